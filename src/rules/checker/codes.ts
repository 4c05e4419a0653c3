/** What the checker knows to look for. A code is kept with every override and every record, so it never changes its meaning. */
export const checkCodes = [
  // what must be there
  'title',
  'body',
  'summary',
  'picture-alt',
  // access for everyone
  'body-alt',
  'alt-poor',
  'image-of-text',
  'headings',
  'heading-order',
  'heading-empty',
  'fake-heading',
  'fake-list',
  'capitals',
  'colour-only',
  'table-header',
  'table-caption',
  'table-layout',
  'link-empty',
  'link-text',
  'link-bare',
  'foreign',
  // secrets and persons
  'secrecy',
  'personal-identity',
  'personal-phone',
  'personal-email',
  'personal-address',
  'personal-birth',
  'personal-bank',
  'personal-tax',
  'personal-insurance',
  'personal-health',
  'personal-plate',
  // the letters
  'unmarked',
  'legacy',
  'mojibake',
  // where links lead
  'link-malformed',
  'link-missing',
  'link-outside',
  'link-http',
  // whose words they are
  're-use',
  'author',
] as const;

export type CheckCode = (typeof checkCodes)[number];

/** `must` stands in the way of submitting; `should` is worth a look. */
export type Weight = 'must' | 'should';
export const weights = ['must', 'should'] as const;

/** The groups in which the findings of a text are shown, in this order. */
export const checkGroups = ['secrets', 'complete', 'letters', 'source', 'access', 'links'] as const;
export type CheckGroup = (typeof checkGroups)[number];

/** Where links lead; what they say is for everyone to read. */
const LEADING: ReadonlySet<CheckCode> = new Set<CheckCode>([
  'link-malformed',
  'link-missing',
  'link-outside',
  'link-http',
]);

export function groupOf(code: CheckCode): CheckGroup {
  if (code === 'secrecy' || code.startsWith('personal-')) return 'secrets';
  if (code === 'title' || code === 'body' || code === 'summary') return 'complete';
  if (code === 'unmarked' || code === 'legacy' || code === 'mojibake') return 'letters';
  if (code === 're-use' || code === 'author') return 'source';
  if (LEADING.has(code)) return 'links';
  return 'access';
}
