"""The bare words of fields, right or wrong as yet, for a draft that is locked away."""

from vcs_desktop.ui.widgets.choice_field import ChoiceField
from vcs_desktop.ui.widgets.count_field import CountField
from vcs_desktop.ui.widgets.date_field import DateField
from vcs_desktop.ui.widgets.form_field import FormField, TextField
from vcs_desktop.ui.widgets.long_text_field import LongTextField
from vcs_desktop.ui.widgets.time_field import TimeField


def bare_words(field: FormField) -> str:
    """Return what stands in a field as it was typed."""
    match field:
        case TextField() | DateField() | TimeField() | CountField():
            return field.box.text()
        case LongTextField():
            return field.box.toPlainText()
        case ChoiceField():
            return field.chosen_id()
    return ""


def put_bare_words(field: FormField, words: str) -> None:
    """Put words into a field as if they had been typed, and say what is wrong with them."""
    match field:
        case TextField() | LongTextField():
            field.set_words(words)
        case ChoiceField():
            field.choose(words)
        case DateField() | TimeField() | CountField():
            field.box.setText(words)
            field.box.textEdited.emit(words)
    field.show_problem()
