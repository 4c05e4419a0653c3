/** The job that makes, signs and issues what was approved. */
export const ISSUE_JOB = 'gazette.issue';
