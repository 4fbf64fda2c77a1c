"""Linear models of whole 0/1 variables, and the formats in which solvers read them."""
import json


class Model:
    """Minimises the sum of cost * variable + constant. Variables are numbered from 1.

    A row is (terms, relation, right side): terms of (coefficient, variable); relation "=" or ">=".
    """

    def __init__(self):
        self.variables = 0
        self.rows = []
        self.cost = []
        self.constant = 0

    def variable(self):
        self.variables += 1
        return self.variables

    def equal(self, terms, right):
        self.rows.append((list(terms), "=", right))

    def at_least(self, terms, right):
        self.rows.append((list(terms), ">=", right))

    def at_most(self, terms, right):
        self.rows.append(([(-c, v) for c, v in terms], ">=", -right))

    def lp(self):
        """The CPLEX LP format: CBC, HiGHS."""
        out = ["Minimize", " cost: " + (_sum(self.cost, "x") or "0 x1"), "Subject To"]
        for number, (terms, relation, right) in enumerate(self.rows):
            out.append(f" r{number}: {_sum(terms, 'x')} {relation} {right}")
        out += ["Binary", *(f" x{v}" for v in range(1, self.variables + 1)), "End", ""]
        return "\n".join(out)

    def opb(self):
        """The pseudo-Boolean format: clasp, toulbar2."""
        out = [f"* #variable= {self.variables} #constraint= {len(self.rows)}"]
        out.append("min: " + _pseudo_boolean(self.cost or [(0, 1)]) + ";")
        for terms, relation, right in self.rows:
            out.append(f"{_pseudo_boolean(terms)} {relation} {right};")
        return "\n".join([*out, ""])

    def json(self):
        """For cp_sat.mjs."""
        rows = [{"c": [c for c, _ in terms], "v": [v for _, v in terms], "r": right, "equal": relation == "="}
                for terms, relation, right in self.rows]
        return json.dumps({"variables": self.variables, "rows": rows,
                           "cost": [list(term) for term in self.cost]})


def _sum(terms, letter):
    # Lines of the LP format are limited in length.
    parts = [f"{'+' if c >= 0 else '-'} {abs(c)} {letter}{v}" for c, v in terms]
    return "\n  ".join(" ".join(parts[i:i + 12]) for i in range(0, len(parts), 12))


def _pseudo_boolean(terms):
    return " ".join(f"{c:+d} x{v}" for c, v in terms)
