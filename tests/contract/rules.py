"""All rules that a service must keep, whatever it is made of."""

from tests.contract import rules_doors, rules_log, rules_things, rules_together

RULES = {
    rule.__name__: rule
    for rules in (rules_log, rules_doors, rules_things, rules_together)
    for rule in rules.RULES
}
