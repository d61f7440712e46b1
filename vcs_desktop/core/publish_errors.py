"""What can be wrong with keys for publishing and with published trees: each in plain words."""

from vcs_desktop.core.errors import AppError
from vcs_desktop.core.language import marked, tr, tr_marked

_NOTHING = marked("Nothing was changed.")
_IS_KEY = {
    "root": marked("This is a root key. It says who may publish."),
    "publisher": marked("This is a publisher's key. It signs what is published."),
    "council": marked("This is the council's key. It opens what groups shared."),
}


class NoKeyFile(AppError):
    """There is no key file where one was looked for, or it cannot be read."""

    message = marked("There is no key file here that can be read.")
    advice = marked("Look at the name and the folder. It may be on a stick.")


class OpenToOthers(AppError):
    """Other accounts of the computer may read the key file; ``file`` is its name."""

    def __init__(self, file: str) -> None:
        super().__init__(
            message=tr("Other people of this computer can read this key file."),
            advice=tr(
                "Copy it to a folder of your own if it is on a stick. Then take their right away: "
                'chmod 600 "{file}"',
                file=file,
            ),
        )


class DamagedKeyFile(AppError):
    """It is no key file, or some bit of it is not as it was written."""

    message = marked("This key file is damaged, or it is another kind of file.")
    advice = marked("Use the other copy of it.")


class OtherKeyFile(AppError):
    """It is a whole key file, but of another kind, or of another line of libraries.

    ``found`` and ``wanted`` are names of ``KeyKind``; where they are the same, the line differs.
    """

    def __init__(self, found: str, wanted: str) -> None:
        if found == wanted:
            super().__init__(
                found,
                message=tr("This key is of somebody else who publishes."),
                advice=tr("Choose your own key. Nothing was changed."),
            )
        else:
            super().__init__(
                found,
                message=tr_marked(_IS_KEY[found]),
                advice=tr(
                    "Choose the file whose name begins with “{name}”. Nothing was changed.",
                    name=wanted,  # the file of a key is called by its kind
                ),
            )


class NewerKeyFile(AppError):
    """A newer app wrote the key file."""

    message = marked("This key file was made by a newer version of the program.")
    advice = marked("Install the newer version. Nothing here was changed.")


class WrongKeyWords(AppError):
    """The secret words are not those of the key file."""

    message = marked("Those are not the secret words of this key file.")
    advice = marked("Check the spelling and the capital letters.")


class KeyFileIsThere(AppError):
    """A key file of this name is there; it is never written over."""

    message = marked("There are keys in this folder already.")
    advice = marked("Choose an empty folder.")


class FolderInUse(AppError):
    """There are other files in a folder in which keys were to be made."""

    message = marked("There are other files in this folder.")
    advice = marked("Choose an empty folder, or make a new one. Keys need a place of their own.")


class NoUsableKey(AppError):
    """No key file of a folder may do now what was asked, or more than one may."""

    message = marked("There is no key in this folder that may do this.")
    advice = marked("Use the folder with your newest keys.")


class ChainTooLong(AppError):
    """The list of roots has as many links as any reader takes."""

    message = marked("The keys were changed too often to be changed again.")
    advice = marked("Make new keys, and set up every computer with them.")


class DamagedRoots(AppError):
    """The list of those who may publish is damaged, or was made by somebody else."""

    message = marked("The file root.json with the names of who may publish is not right.")
    advice = marked("Nothing was changed. Use the copy that is kept with the root key.")


class OtherLine(AppError):
    """A tree and the keys do not belong together."""

    message = marked("These keys and this folder do not belong together.")
    advice = marked("Nothing was changed. Use the folder that was published with these keys.")


class DamagedTree(AppError):
    """What lies in the folder is not what was published."""

    message = marked("What is in this folder is not what was published there.")
    advice = marked("Nothing was changed. Bring the folder back from a copy, or use an empty one.")


class NothingToTakeBack(AppError):
    """There is no version before, or it is not kept any more."""

    message = marked("There is no version before this one that is still kept.")
    advice = _NOTHING


class NothingUsable(AppError):
    """There is nothing in the sources that could be published."""

    message = marked("There is nothing in these files that can be published.")
    advice = _NOTHING


class TooMuch(AppError):
    """There is more than a reader takes."""

    message = marked("This is more than one library can hold.")
    advice = _NOTHING


class HasRefusals(AppError):
    """Some rows cannot be used, and nobody said to publish without them."""

    message = marked("Some rows cannot be used, so nothing was signed.")
    advice = marked("Put them right, or say that you want to publish without them.")
