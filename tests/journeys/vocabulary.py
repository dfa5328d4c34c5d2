"""The words that a journey may use. Another word is a slip of the pen, found before any server runs."""

ROLES = {
    "admin_assistant", "coordinator", "deputy_director", "doctor", "clinical_psychologist",
    "social_worker", "work_psychologist", "placement_counsellor", "trainer", "workshop_leader",
    "referent", "mdph_partner", "administrator"}

STATES = {
    "journey": {
        "notified_paper", "notified_digital", "first_contact_sent", "interest_expressed", "file_sent",
        "file_reminded", "completeness_check", "incomplete_admin_help", "incomplete_social_help",
        "waiting_committee", "on_committee_list", "under_review", "retained", "assigned", "admitted",
        "pre_reception_done", "pre_reception_missed", "postponed_health", "convoked", "stay",
        "suspended_health", "follow_up", "follow_up_early", "closed_duplicate", "closed_invalid",
        "closed_no_answer", "closed_not_retained", "closed_renounced", "closed_transferred",
        "closed_no_show", "closed_completed", "closed_abandoned", "closed_health", "closed_excluded",
        "closed_deceased"},
    "report": {"not_due", "drafting", "to_validate", "validated", "awaiting_cdaph", "decided"},
    "via_trajectoire": {"unknown", "requested", "linked"},
    "life": {"open", "suspended"},
    "stay.assessment": {"awaiting_s2", "in_progress", "final_held"},
    "stay.contract": {"to_sign", "signed"},
    "stay.referent": {"to_designate", "designated"},
    "stay.project": {"collecting", "drafted", "consented"},
    "stay.internships": {"open"},
}

EVENTS = {
    "search_via_trajectoire", "send_first_contact", "confirm_duplicate", "reject_notification",
    "record_interest", "receive_documents", "send_reminder", "close_without_answer", "return_file",
    "check_file", "refer_to_social_worker", "list_for_committee", "unlist", "open_review", "decide",
    "assign_session", "change_session", "send_dates_letter", "hold_pre_reception", "send_convocation",
    "waive_documents", "postpone_for_health", "confirm_stable", "record_entry", "record_no_show",
    "renounce", "schedule_interview", "transfer", "depart", "abandon", "exclude",
    "interrupt_for_health", "resume", "reschedule", "stop_for_health", "record_follow_up", "reopen",
    "hold_initial_synthesis", "hold_team_meeting", "hold_final_synthesis", "sign_contract",
    "amend_contract", "designate_referent", "replace_referent", "draft_project", "consent_to_project",
    "review_project", "record_internship", "open_report", "submit_report", "validate_report",
    "return_report", "send_report", "record_cdaph_decision", "request_report_addition", "suspend",
    "resume_case", "add_note", "record_death"}

DEADLINES = {
    "first_contact", "first_contact_answer", "documents", "file_return", "reminder_answer",
    "completeness", "help_review", "committee", "seat", "dates_letter", "pre_reception", "convocation",
    "health_review", "entry", "stay_end", "synthesis_s2", "team_meeting", "synthesis_s12", "contract",
    "referent", "project", "follow_up_check", "follow_up_end"}

NOTIFICATION_FIELDS = {
    "channel", "received_on", "mdph", "decision_id", "national_decision_id", "vt_individual_number",
    "valid_from", "valid_until"}
PERSON_FIELDS = {
    "family_name", "given_name", "birth_date", "email", "phone", "address", "contact_preference",
    "legal_representative", "resource_person"}

LIST_FIELDS = {"documents", "by", "missing_documents", "needs"}
TEXT_FIELDS = NOTIFICATION_FIELDS | PERSON_FIELDS | {"code", "summary", "reason", "note", "text", "comment"}

# What a row may do besides an event: requests of their own.
REQUESTS = {"create", "committee", "session", "correct", "edit", "confirm", "finish"}
