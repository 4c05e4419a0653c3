import { type Queryable, type Sql, sql } from '../../src/platform/db/index.ts';
import type { Chance } from './chance.ts';

/** What somebody with the password of the database did to it. */
export interface Tampering {
  table: string;
  how: 'edit' | 'delete' | 'backDate' | 'reorder' | 'slipIn';
  column: string;
  /** The row it was done to: the id, the item, or the number of an entry. */
  row: number;
  /** The other of two that changed places. */
  other?: number;
}

/** The owner of the tables, inside one transaction. */
export interface Owner extends Queryable {
  exec(text: string): Promise<unknown>;
}

const KEYS: Readonly<Record<string, string>> = {
  audit_entry: 'seq',
  publication: 'id',
  publication_file: 'publication_id',
  withdrawal: 'publication_id',
  correction: 'publication_id',
  translation_review: 'publication_id',
  document: 'item_id',
  document_citation: 'item_id',
  document_relation: 'id',
  gazette_issue: 'id',
  gazette_entry: 'issue_id',
  gazette_sending: 'id',
  gazette_key: 'id',
};

/** What an edit of a column writes instead. */
const EDITS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  audit_entry: {
    actor: `actor || 'x'`,
    command: `command || 'x'`,
    subject_id: `subject_id || '7'`,
    subject_kind: `subject_kind || 'x'`,
    payload: `payload || '{"tampered": true}'`,
    person_id: 'coalesce(person_id, 0) + 1',
    portal_id: 'coalesce(portal_id, 0) + 1',
    hash: 'md5(hash)',
    prev_hash: 'md5(prev_hash)',
  },
  publication: {
    title: `title || '.'`,
    summary: `summary || '.'`,
    body_html: `body_html || '<p>.</p>'`,
    body_text: `body_text || '.'`,
    author: `author || '.'`,
    source: `source || '.'`,
    source_url: `source_url || '.'`,
    slug: `slug || '-x'`,
    kind: `kind || 'x'`,
    form: `form || 'x'`,
    facts: `facts || '{"number": "0/2000/QĐ"}'`,
    attachments: `attachments || '[{"name": "x"}]'`,
    approved_by: 'approved_by + 1',
    edition_number: 'edition_number + 1',
    portal_id: 'portal_id + 1',
    section_id: 'section_id + 1',
    content_hash: 'md5(content_hash)',
    withdrawal_notice: `coalesce(withdrawal_notice, '') || '.'`,
    ended_as: `case when ended_as is null then 'withdrawn' when ended_as = 'withdrawn' then 'superseded' else 'withdrawn' end`,
    ended_at: `case when ended_at is null then published_at else null end`,
    archived_at: `case when archived_at is null then published_at else null end`,
    picture: `coalesce(picture, '{}') || '{"alt": "x"}'`,
    clock: `coalesce(clock, '{}') || '{"inTime": "x"}'`,
  },
  withdrawal: {
    title: `case when title = '' then title else title || '.' end`,
    notice: `case when notice = '' then notice else notice || '.' end`,
    cause: `case when cause = 'wrong' then 'expired' else 'wrong' end`,
    target_path: `target_path || 'x'`,
    lifted_at: 'case when lifted_at is null then now() else null end',
  },
  correction: {
    note: `note || '.'`,
    changes: `coalesce(changes, '[]') || '[{"kind": "same", "text": "x"}]'`,
  },
  translation_review: {
    source_edition_number: 'source_edition_number + 1',
    reviewed_by: 'reviewed_by + 1',
  },
  publication_file: {
    name: `name || 'x'`,
    hash: 'md5(hash)',
    type: `type || 'x'`,
    size_bytes: 'size_bytes + 1',
  },
  document: {
    number: `number || '1'`,
    number_key: `number_key || '1'`,
    title: `title || '.'`,
    type: `type || '.'`,
    issuer: `issuer || '.'`,
    signer: `signer || '.'`,
    issued_on: 'coalesce(issued_on, current_date) + 1',
    effective_on: 'coalesce(effective_on, current_date) + 1',
    expires_on: 'coalesce(expires_on, current_date) + 1',
    addresses: `addresses || '{dieu-99}'`,
    ended_at: 'case when ended_at is null then now() else null end',
  },
  document_citation: {
    number_key: `number_key || '1'`,
    number: `number || '1'`,
    printed: `printed || '.'`,
    role: `case when role = 'repeals' then 'basis' else 'repeals' end`,
    target: `target || 'x'`,
  },
  document_relation: {
    kind: `case when kind = 'repeals' then 'amends' else 'repeals' end`,
    provisions: `provisions || '{dieu-98}'`,
    to_item_id: 'from_item_id + to_item_id',
    confirmed_by: 'confirmed_by + 1',
    until_on: 'coalesce(until_on, current_date) + 1',
    removed_at: 'case when removed_at is null then now() else null end',
    removed_by: 'coalesce(removed_by, 0) + 1',
  },
  gazette_issue: {
    number: 'number + 1',
    last_number: 'last_number + 1',
    year: 'year + 1',
    content: `content || ' '`,
    statement: `statement || ' '`,
    signature: `reverse(signature)`,
    pdf_hash: 'md5(pdf_hash)',
    pdf_bytes: 'pdf_bytes + 1',
    first_page: 'first_page + 1',
    approved_by: 'approved_by + 1',
    changed_by: 'changed_by + 1',
    state: `'approved'`,
    key_id: `(select max(id) + min(id) - gazette_issue.key_id from gazette_key)`,
  },
  gazette_entry: {
    abstract: `abstract || '.'`,
    title: `title || '.'`,
    body_html: `body_html || '<p>.</p>'`,
    position: 'position + 1',
    last_page: 'last_page + 1',
    publication_id: 'publication_id + 1',
    corrects_position: 'corrects_position + 1',
  },
  gazette_sending: { item_id: 'item_id + 1000', sent_by: 'coalesce(sent_by, 0) + 1', sent_at: 'null' },
  gazette_key: {
    fingerprint: 'md5(fingerprint)',
    public_key: `public_key || 'x'`,
    retired_at: `case when retired_at is null then now() end`,
  },
};

/** What of a table the record answers for: drafts are nobody's yet. */
const ANSWERED: Readonly<Record<string, string>> = {
  document: 'where ended_at is null',
  gazette_issue: `where state = 'issued'`,
  gazette_entry: `where issue_id in (select id from gazette_issue where state = 'issued')`,
};

/** Instants and days a back-dating moves. */
const DATES: Readonly<Record<string, readonly string[]>> = {
  audit_entry: ['at'],
  publication: [
    'published_at',
    'first_published_at',
    'approved_at',
    'ended_at',
    'source_published_at',
    'archived_at',
  ],
  withdrawal: ['withdrawn_at', 'lifted_at'],
  correction: ['corrected_at'],
  translation_review: ['reviewed_at'],
  document: ['issued_on', 'effective_on'],
  document_relation: ['confirmed_at', 'effective_on', 'removed_at'],
  gazette_issue: ['issued_on', 'issued_at', 'approved_at', 'submitted_at', 'changed_at'],
  gazette_sending: ['sent_at'],
  gazette_key: ['created_at', 'retired_at'],
};

const TABLES = Object.keys(KEYS);
export const TAMPERED_TABLES = [...TABLES].sort();
const raw = (text: string): Sql => ({ text, values: [] }) as unknown as Sql;

/** A row of a table, by its place in the database. */
async function anyRow(
  owner: Owner,
  chance: Chance,
  table: string,
): Promise<{ ctid: string; row: number } | undefined> {
  const rows = await owner.rows<{ ctid: string; row: number }>(
    raw(
      `select ctid::text, ${KEYS[table]} as row from ${table} ${ANSWERED[table] ?? ''} order by ${KEYS[table]}, ctid`,
    ),
  );
  return rows.length > 0 ? chance.pick(rows) : undefined;
}

/**
 * Does one thing to the database as its owner, past its foreign keys.
 *
 * @returns what was done; undefined where there was nothing to do it to, or nothing is another than before
 */
export async function tamper(owner: Owner, chance: Chance): Promise<Tampering | undefined> {
  await owner.exec('set local session_replication_role = replica');
  const table = chance.pick(TABLES);
  const how = chance.pick(['edit', 'edit', 'delete', 'backDate', 'reorder', 'slipIn'] as const);
  const found = await anyRow(owner, chance, table);
  if (!found) return undefined;
  const { ctid, row } = found;
  const here = `where ctid = '${ctid}'`;
  const done = (column: string): Tampering => ({ table, how, column, row: Number(row) });
  const changes = async (column: string, value: string) =>
    (await owner.run(
      raw(`update ${table} set ${column} = ${value} ${here} and ${column} is distinct from (${value})`),
    )) > 0
      ? done(column)
      : undefined;
  if (how === 'edit') {
    const [column, value] = chance.pick(Object.entries(EDITS[table] ?? {}));
    return changes(column, value);
  }
  if (how === 'backDate') {
    const dates = DATES[table];
    if (!dates) return undefined;
    const column = chance.pick(dates);
    return changes(column, /_on$/.test(column) ? `${column} - 30` : `${column} - interval '30 days'`);
  }
  if (how === 'delete') {
    await owner.run(raw(`delete from ${table} ${here}`));
    return done('');
  }
  if (how === 'reorder') return reorder(owner, chance, table, done);
  return slipIn(owner, table, here, done);
}

/** Two rows change places. */
async function reorder(
  owner: Owner,
  chance: Chance,
  table: string,
  done: (column: string) => Tampering,
): Promise<Tampering | undefined> {
  if (table === 'audit_entry') {
    const rows = await owner.rows<{ seq: number; locality_id: number }>(
      raw('select seq, locality_id from audit_entry where locality_id = 1 order by seq'),
    );
    const [one, other] = [chance.pick(rows), chance.pick(rows)];
    if (one.seq === other.seq) return undefined;
    await owner.run(raw(`update audit_entry set seq = -1 where locality_id = 1 and seq = ${one.seq}`));
    await owner.run(
      raw(`update audit_entry set seq = ${one.seq} where locality_id = 1 and seq = ${other.seq}`),
    );
    await owner.run(raw(`update audit_entry set seq = ${other.seq} where locality_id = 1 and seq = -1`));
    return { ...done('seq'), row: Math.min(one.seq, other.seq) };
  }
  if (table === 'gazette_issue') return swapIssues(owner, chance, done);
  if (table !== 'publication') return undefined;
  const rows = await owner.rows<{ id: number }>(raw('select id from publication order by id'));
  const [one, other] = [chance.pick(rows).id, chance.pick(rows).id];
  if (one === other) return undefined;
  const swapped = await owner.run(
    sql`update publication p set title = o.title, body_html = o.body_html, content_hash = o.content_hash
      from publication o where (p.id = ${one} and o.id = ${other}) or (p.id = ${other} and o.id = ${one})`,
  );
  return swapped > 0 ? { ...done('title'), row: one, other } : undefined;
}

/** Two issues of the gazette change their texts. */
async function swapIssues(
  owner: Owner,
  chance: Chance,
  done: (column: string) => Tampering,
): Promise<Tampering | undefined> {
  const rows = await owner.rows<{ id: number }>(
    raw(`select id from gazette_issue where state = 'issued' order by id`),
  );
  const [one, other] = [chance.pick(rows).id, chance.pick(rows).id];
  if (one === other) return undefined;
  await owner.run(
    sql`update gazette_issue i set content = o.content, statement = o.statement, signature = o.signature
      from gazette_issue o where (i.id = ${one} and o.id = ${other}) or (i.id = ${other} and o.id = ${one})`,
  );
  return { ...done('content'), row: one, other };
}

/** A row nobody made by the portal. */
async function slipIn(
  owner: Owner,
  table: string,
  here: string,
  done: (column: string) => Tampering,
): Promise<Tampering | undefined> {
  if (table === 'publication') {
    const columns = await owner.rows<{ name: string }>(
      raw(`select column_name as name from information_schema.columns where table_name = 'publication'
        and column_name not in ('id', 'search', 'ended_at', 'ended_as')`),
    );
    const names = columns.map(({ name }) => name).join(', ');
    await owner.run(
      raw(
        `insert into publication (${names}, ended_at, ended_as) select ${names}, now(), 'superseded' from publication ${here}`,
      ),
    );
    return done('');
  }
  if (table === 'gazette_issue') {
    const columns = await owner.rows<{ name: string }>(
      raw(`select column_name as name from information_schema.columns where table_name = 'gazette_issue'
        and column_name not in ('id', 'year')`),
    );
    const names = columns.map(({ name }) => name).join(', ');
    await owner.run(
      raw(`insert into gazette_issue (${names}, year) select ${names}, year + 1 from gazette_issue ${here}`),
    );
    return done('');
  }
  if (table === 'gazette_entry') {
    await owner.run(
      raw(`insert into gazette_entry (issue_id, locality_id, portal_id, corrects_issue_id, corrects_position, abstract, position)
        select issue_id, locality_id, portal_id, issue_id, 1, '', 99 from gazette_entry ${here}`),
    );
    return done('');
  }
  if (table === 'document_relation') {
    await owner.run(
      raw(`insert into document_relation (locality_id, portal_id, kind, from_item_id, to_item_id, confirmed_by, confirmed_at)
        select locality_id, portal_id, 'consolidates', to_item_id, from_item_id, confirmed_by, confirmed_at
        from document_relation ${here}`),
    );
    return done('');
  }
  return undefined;
}
