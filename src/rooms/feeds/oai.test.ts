import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { engines } from '../../../tests/support/engines.ts';
import { contentOf, publishingGround } from '../../../tests/support/publishing.ts';
import { childrenOf, readXml, type XmlElement } from '../../../tests/support/xml.ts';
import { sql } from '../../platform/db/index.ts';
import { ELEMENTS } from '../../rules/metadata/index.ts';
import { withdrawEdition } from '../publishing/index.ts';
import { readOaiRequest } from './oai-rules.ts';

const HOST = 'www.laocai.gov.vn';
const MEMBER = 'bacha.laocai.gov.vn';
const UTC = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;
const NOW = new Date('2026-11-20T02:45:00Z');

describe('what a harvester may ask', () => {
  const CASES: readonly [query: string, outcome: string][] = [
    ['verb=Identify', 'Identify'],
    ['verb=ListSets', 'ListSets'],
    ['verb=ListMetadataFormats', 'ListMetadataFormats'],
    ['verb=GetRecord&identifier=oai:x.vn:1-vi&metadataPrefix=oai_dc', 'GetRecord'],
    ['verb=ListRecords&metadataPrefix=oai_dc&from=2026-11-01&until=2026-11-20', 'ListRecords'],
    ['verb=ListIdentifiers&metadataPrefix=oai_dc&set=section-3:section-12', 'ListIdentifiers'],
    ['', 'badVerb'],
    ['verb=', 'badVerb'],
    ['verb=identify', 'badVerb'],
    ['verb=Identify&verb=Identify', 'badVerb'],
    ['verb=Identify&metadataPrefix=oai_dc', 'badArgument'],
    ['verb=Identify&x=1', 'badArgument'],
    ['verb=ListRecords', 'badArgument'],
    ['verb=ListRecords&metadataPrefix=oai_dc&metadataPrefix=oai_dc', 'badArgument'],
    ['verb=ListRecords&metadataPrefix=oai_dc&from=', 'badArgument'],
    ['verb=ListRecords&metadataPrefix=oai_dc&from=2026-02-30', 'badArgument'],
    ['verb=ListRecords&metadataPrefix=oai_dc&from=20/11/2026', 'badArgument'],
    ['verb=ListRecords&metadataPrefix=oai_dc&from=2026-11-20T02:45:00', 'badArgument'],
    ['verb=ListRecords&metadataPrefix=oai_dc&from=2026-11-20T02:45:00Z&until=2026-11-21', 'badArgument'],
    ['verb=ListRecords&metadataPrefix=oai_dc&from=2026-11-21&until=2026-11-20', 'badArgument'],
    ['verb=ListRecords&metadataPrefix=oai_dc&set=tin-tuc', 'badArgument'],
    ['verb=GetRecord&identifier=oai:x.vn:1-vi', 'badArgument'],
    ['verb=ListRecords&metadataPrefix=marcxml', 'cannotDisseminateFormat'],
    ['verb=GetRecord&identifier=oai:x.vn:1-vi&metadataPrefix=marcxml', 'cannotDisseminateFormat'],
    ['verb=ListRecords&resumptionToken=x', 'badResumptionToken'],
    ['verb=ListSets&resumptionToken=x', 'badResumptionToken'],
    ['verb=ListRecords&resumptionToken=0.1.-.1.1.vi.1&metadataPrefix=oai_dc', 'badArgument'],
    ['verb=ListRecords&resumptionToken=0.1.-.1.1.vi.1', 'ListRecords'],
    ['verb=ListRecords&resumptionToken=0.1.-.1.1.fr.1', 'badResumptionToken'],
  ];
  for (const [query, outcome] of CASES)
    test(`${query || 'nothing'}: ${outcome}`, () => {
      const read = readOaiRequest(new URLSearchParams(query), NOW);
      assert.equal('faults' in read ? read.faults[0]?.code : read.verb, outcome);
    });
});

for (const engine of engines()) {
  describe(`LC-011, BG-021: metadata for harvesters on ${engine}`, () => {
    const ground = publishingGround(engine);
    before(() => ground.open());
    after(() => ground.close());

    /** An answer, after the rules every answer keeps. */
    async function ask(query: string, host = HOST): Promise<XmlElement> {
      const answer = await ground.world.get(host, `/oai?${query}`);
      assert.equal(answer.status, 200);
      assert.match(answer.headers['content-type'] ?? '', /^text\/xml; charset=utf-8/);
      return checked(answer.body);
    }

    function checked(body: string): XmlElement {
      const root = readXml(body);
      assert.equal(root.name, 'OAI-PMH');
      assert.equal(root.attributes.xmlns, 'http://www.openarchives.org/OAI/2.0/');
      const [date, request, ...answers] = root.children;
      assert.equal(date?.name, 'responseDate');
      assert.match(date?.text ?? '', UTC);
      assert.equal(request?.name, 'request');
      assert.match(request?.text ?? '', /^http:\/\/[a-z.]+\.localhost(?::\d+)?\/oai$/);
      const [answer] = answers;
      assert.ok(answer);
      if (answer.name === 'error') return answer;
      assert.equal(answers.length, 1);
      assert.equal(answer.name, request?.attributes.verb);
      return answer;
    }

    const codeOf = (answer: XmlElement) => (answer.name === 'error' ? answer.attributes.code : 'no error');
    const headersOf = (answer: XmlElement) =>
      answer.name === 'ListRecords'
        ? childrenOf(answer, 'record').flatMap((record) => childrenOf(record, 'header'))
        : childrenOf(answer, 'header');
    const textOf = (element: XmlElement | undefined, name: string) =>
      childrenOf(element, name)[0]?.text ?? '';
    const idOf = (header: XmlElement) => textOf(header, 'identifier');

    /** A whole list, part after part; `between` happens after each part. */
    async function harvest(
      query: string,
      host = HOST,
      between: (part: number) => Promise<void> = async () => {},
    ) {
      const parts: XmlElement[] = [];
      for (let next: string | undefined = query; next; ) {
        const part: XmlElement = await ask(next, host);
        assert.notEqual(part.name, 'error', part.text);
        parts.push(part);
        await between(parts.length);
        const [token] = childrenOf(part, 'resumptionToken');
        const verb = new URLSearchParams(query).get('verb') ?? '';
        next = token?.text ? `${new URLSearchParams({ verb, resumptionToken: token.text })}` : undefined;
      }
      return parts;
    }
    const LIST = 'verb=ListIdentifiers&metadataPrefix=oai_dc';
    const RECORDS = 'verb=ListRecords&metadataPrefix=oai_dc';
    const publish = (title: string, change = {}) =>
      ground.publish('lc.editor', 'lc.checker', 'lc.head', 'lao-cai/main', contentOf(title, change));

    test('the repository says who it is, in which format it gives, and its sections as sets', async () => {
      const identity = await ask('verb=Identify');
      const names = [
        ...['repositoryName', 'baseURL', 'protocolVersion', 'adminEmail', 'earliestDatestamp'],
        ...['deletedRecord', 'granularity'],
      ];
      assert.deepEqual(
        identity.children.map(({ name }) => name),
        names,
      );
      assert.equal(textOf(identity, 'protocolVersion'), '2.0');
      assert.match(textOf(identity, 'earliestDatestamp'), UTC);
      assert.match(textOf(identity, 'adminEmail'), /^\S+@\S+\.\S+$/);
      const [format] = childrenOf(await ask('verb=ListMetadataFormats'), 'metadataFormat');
      assert.equal(textOf(format, 'metadataPrefix'), 'oai_dc');
      const specs = childrenOf(await ask('verb=ListSets'), 'set').map((set) => textOf(set, 'setSpec'));
      assert.ok(specs.includes(`section-${ground.sectionOf('lao-cai/main')}`));
      assert.ok(specs.includes('language-vi') && specs.includes('language-en'));
      for (const spec of specs) assert.match(spec, /^[\w.!~*'()-]+(?::[\w.!~*'()-]+)*$/);
    });

    test('a record has the six elements no record is without, in the language of its copy', async () => {
      for (const host of [HOST, MEMBER]) {
        const [part] = await harvest(RECORDS, host);
        const records = childrenOf(part, 'record');
        assert.ok(records.length > 0);
        for (const record of records) {
          const [header, metadata] = record.children;
          assert.match(textOf(header, 'datestamp'), UTC);
          const [dc] = childrenOf(metadata, 'oai_dc:dc');
          const given = new Set(
            (dc?.children ?? []).filter(({ text }) => text.trim() !== '').map(({ name }) => name),
          );
          const mandatory = Object.entries(ELEMENTS).filter(([, rank]) => rank === 'mandatory');
          assert.deepEqual(
            mandatory.filter(([name]) => !given.has(`dc:${name}`)),
            [],
          );
          const language = textOf(dc, 'dc:language');
          assert.ok(header && idOf(header).endsWith(`-${language}`));
          assert.equal(childrenOf(dc, 'dc:title')[0]?.attributes['xml:lang'], language);
        }
      }
    });

    test('what is public is a record of its portal at once', async () => {
      const { itemId } = await publish('Thu hoạch thử; bản đầu & <hết>');
      const id = `oai:www.laocai.localhost:${itemId}-vi`;
      const get = `verb=GetRecord&metadataPrefix=oai_dc&identifier=${id}`;
      const titleOf = async () => {
        const [record] = childrenOf(await ask(get), 'record');
        const [dc] = childrenOf(childrenOf(record, 'metadata')[0], 'oai_dc:dc');
        return textOf(dc, 'dc:title');
      };
      assert.equal(await titleOf(), 'Thu hoạch thử; bản đầu & <hết>');
      assert.equal(codeOf(await ask(get, MEMBER)), 'idDoesNotExist');
      assert.equal(codeOf(await ask(get.replace('-vi', '-en'))), 'idDoesNotExist');
      assert.equal(codeOf(await ask(`verb=ListMetadataFormats&identifier=${id}`)), 'no error');
      assert.equal(codeOf(await ask('verb=ListMetadataFormats&identifier=oai:x:1-vi')), 'idDoesNotExist');
    });

    test('drafts and items of other portals are in no list', async () => {
      const draft = await ground.write('lc.editor', 'lao-cai/main', contentOf('Bản thảo không ai thu'));
      const ids = (await harvest(LIST)).flatMap((part) => headersOf(part).map(idOf));
      assert.ok(!ids.includes(`oai:www.laocai.localhost:${draft.itemId}-vi`));
      const foreign = (await harvest(LIST, MEMBER)).flatMap((part) => headersOf(part).map(idOf));
      assert.ok(foreign.length > 0);
      assert.ok(foreign.every((id) => !ids.includes(id)));
    });

    test('what was taken down stays known as deleted, in its section, also to who asks for it', async () => {
      const made = await publish('Tin sẽ gỡ');
      ground.world.setNow(new Date(NOW.getTime() + 3_600_000));
      await ground.perform(ground.one('lc.head'), withdrawEdition, { ...made, reason: 'Đăng nhầm.' });
      const set = `section-${ground.sectionOf('lao-cai/main')}`;
      const id = `oai:www.laocai.localhost:${made.itemId}-vi`;
      const [part] = await harvest(`${RECORDS}&set=${set}&from=2026-11-20T03:00:00Z`);
      const gone = childrenOf(part, 'record').find(({ children: [header] }) => header && idOf(header) === id);
      assert.ok(gone);
      assert.equal(gone.children.length, 1, 'no metadata');
      assert.equal(gone.children[0]?.attributes.status, 'deleted');
      assert.equal(textOf(gone.children[0], 'datestamp'), '2026-11-20T03:45:00Z');
      const got = childrenOf(await ask(`verb=GetRecord&metadataPrefix=oai_dc&identifier=${id}`), 'record');
      assert.equal(got[0]?.children[0]?.attributes.status, 'deleted');
    });

    test('errors are answers, never kept for another question, and told in the language of the address', async () => {
      assert.equal(codeOf(await ask('verb=Identify&x=1')), 'badArgument');
      assert.equal(codeOf(await ask('verb=Identify')), 'no error');
      assert.equal(codeOf(await ask('verb=Identify&x=1')), 'badArgument');
      assert.equal(codeOf(await ask(`${LIST}&until=2001-01-01`)), 'noRecordsMatch');
      assert.equal(codeOf(await ask(`${LIST}&set=section-999999`)), 'noRecordsMatch');
      const english = checked((await ground.world.get(HOST, '/en/oai?verb=Nothing')).body);
      assert.match(english.text, /Give exactly one verb/);
    });

    test('arguments may be posted', async () => {
      const posted = await ground.world.post(HOST, '/oai', {
        verb: 'ListIdentifiers',
        metadataPrefix: 'oai_dc',
      });
      assert.equal(posted.status, 200);
      assert.ok(headersOf(checked(posted.body)).length > 0);
    });

    test('a thousand records come through tokens, each once, while others are published', async () => {
      const { id: portalId } = ground.portal('lao-cai/main');
      const copied = await publish('Bản mẫu');
      await ground.asSystem(async (db) => {
        const many = await db.rows<{
          id: number;
        }>(sql`insert into item (portal_id, section_id, kind, slug,
            created_by, created_at)
          select i.portal_id, i.section_id, i.kind, i.slug, i.created_by, i.created_at
          from item i cross join generate_series(1, 1000) where i.id = ${copied.itemId} returning id`);
        // in sevens of one second, so that parts end within a second
        await db.run(sql`insert into publication (locality_id, portal_id, section_id, item_id, edition_id, edition_number,
            language, kind, slug, title, summary, body_html, body_text, author, source, source_url, attachments, facts,
            first_published_at, published_at, approved_by, approved_at, content_hash)
          select p.locality_id, p.portal_id, p.section_id, n.id, p.edition_id, p.edition_number, p.language, p.kind, p.slug,
            'Tin thứ ' || n.at, p.summary, p.body_html, p.body_text, p.author, p.source, p.source_url, p.attachments,
            p.facts, p.first_published_at, p.published_at - interval '2 days' + (n.at / 7) * interval '1 second',
            p.approved_by, p.approved_at, p.content_hash
          from publication p cross join jsonb_array_elements_text(${JSON.stringify(many.map(({ id }) => id))}::jsonb)
            with ordinality as t(id, at) cross join lateral (select t.id::bigint as id, t.at) n
          where p.item_id = ${copied.itemId} and p.ended_at is null`);
      });
      ground.world.app.ports.cache.purgeAll();
      const before = await ground.publicly((db) =>
        db.rows<{ id: string }>(sql`select item_id || '-' || language as id from publication
          where portal_id = ${portalId} and ended_at is null`),
      );
      let fresh = 0;
      const parts = await harvest(RECORDS, HOST, async (part) => {
        if (part % 3 !== 0) return;
        ground.world.setNow(new Date(NOW.getTime() + 7_200_000 + part * 1_000));
        fresh = (await publish(`Đăng giữa chừng ${part}`)).itemId;
      });
      const ids = parts.flatMap((part) => headersOf(part)).filter(({ attributes }) => !attributes.status);
      const given = ids.map((header) => idOf(header).split(':').at(-1) ?? '');
      assert.equal(new Set(given).size, given.length, 'a record came twice');
      assert.deepEqual(
        before.filter(({ id }) => !given.includes(id)),
        [],
      );
      assert.ok(parts.length >= 10, `${parts.length} parts`);
      const last = childrenOf(parts.at(-1), 'resumptionToken')[0];
      assert.equal(last?.text, '', 'the last part ends with an empty token');
      assert.ok(Number(last?.attributes.cursor) >= 1000);
      // what came in between is given to who asks from the moment of the first answer
      const since = await harvest(`${LIST}&from=2026-11-20T04:00:00Z`);
      assert.ok(since.flatMap(headersOf).some((header) => idOf(header).endsWith(`:${fresh}-vi`)));
    });
  });
}
