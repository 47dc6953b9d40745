"""Policies of a paper that pages may state, as The Trust Project and schema.org know them."""

from collections.abc import Mapping

CORRECTIONS = "corrections"

POLICIES: Mapping[str, str] = {
    "principles": "publishingPrinciples",
    CORRECTIONS: "correctionsPolicy",
    "ethics": "ethicsPolicy",
    "fact-checking": "verificationFactCheckingPolicy",
    "unnamed-sources": "unnamedSourcesPolicy",
    "feedback": "actionableFeedbackPolicy",
    "diversity": "diversityPolicy",
    "diversity-staffing": "diversityStaffingReport",
    "mission": "missionCoveragePrioritiesPolicy",
    "ownership": "ownershipFundingInfo",
    "masthead": "masthead",
    "no-bylines": "noBylinesPolicy",
}
"""Properties of schema.org's NewsMediaOrganization, by what editors write for them."""
