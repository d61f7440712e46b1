"""Forty people as they come to a lunch club, some with names that begin alike."""

from vcs_desktop.domain.names_typed import NameFinder

_TOGETHER = """
Asha Patel, Ann Hill, Anne Marsh, Annabel Lee, Arthur Green, Ben Cole, Betty Shaw, Bill Shaw,
Carol Nguyen, Carole Day, Charles Obi, Dev Singh, Doreen Page, Dorothy Page, Edith Rowe,
Elsie Webb, Eric Dunn, Fatima Khan, Frank Moss, George Hale, Gladys Nunn, Hamid Khan,
Harold Pike, Irene Fox, Ivy Clark, Jean Clark, Jean Marsh, Joan Bell, John Hill, John Hillier,
Kath Doyle, Len Frost, Mary Quinn, Maureen Quill, Nora Lamb, Olive Tan, Peggy Reid, Rose Ivory,
Stan Wood, Vera Lynch
"""
NAMES = tuple(each.strip() for each in _TOGETHER.split(","))


def letters_of(name, names):
    """Return so many letters of a name that its person is the first who matches.

    At least three: nobody looks at the screen after each letter.
    """
    finder = NameFinder([(each, each) for each in names])
    parts = name.casefold().split()
    tries = [name.casefold()[:length] for length in range(3, len(name) + 1)]
    tries += [f"{parts[0]} {parts[-1][:length]}" for length in range(1, len(parts[-1]) + 1)]
    for typed in sorted(tries, key=len):
        if finder.find(typed, 1).ids[:1] == (name,):
            return typed
    return name.casefold()
