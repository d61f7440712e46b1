"""The bare words of fields, right or wrong as yet, for a draft that is locked away."""

from datetime import date

from vcs_desktop.ui.widgets.choice_field import ChoiceField, OptionsField
from vcs_desktop.ui.widgets.count_field import CountField
from vcs_desktop.ui.widgets.date_field import DateField
from vcs_desktop.ui.widgets.form_field import FormField, TextField
from vcs_desktop.ui.widgets.long_text_field import LongTextField
from vcs_desktop.ui.widgets.ticks_field import TicksField
from vcs_desktop.ui.widgets.time_field import TimeField


def bare_words(field: FormField) -> str:
    """Return what stands in a field as it was typed; a day that is right as 2026-11-27."""
    match field:
        case TextField() | TimeField() | CountField():
            return field.box.text()
        case LongTextField():
            return field.box.toPlainText()
        case ChoiceField() | OptionsField():
            return field.chosen_id()
        case TicksField():
            return " ".join(field.ticked())
        case DateField():
            day = field.day()
            return field.box.text() if field.problem() or day is None else day.isoformat()
    return ""


def put_bare_words(field: FormField, words: str) -> None:
    """Put words into a field as if they had been typed, and say what is wrong with them."""
    match field:
        case TextField() | LongTextField():
            field.set_words(words)
        case ChoiceField() | OptionsField():
            field.choose(words)
        case TicksField():
            field.set_ticked(words.split())
        case DateField():
            _put_day(field, words)
        case TimeField() | CountField():
            _type(field, words)
    field.show_problem()


def _put_day(field: DateField, words: str) -> None:
    try:
        field.set_day(date.fromisoformat(words) if words else None)
    except ValueError:
        _type(field, words)


def _type(field: DateField | TimeField | CountField, words: str) -> None:
    field.box.setText(words)
    field.box.textEdited.emit(words)
