import type * as z from 'zod';
import { scopeOf } from '../../../platform/command/index.ts';
import { deskPath, itemPath } from '../../../platform/http/paths.ts';
import type { Problem, ProblemDetail } from '../../../platform/http/problems.ts';
import { type AnyRoute, publicRoute, type Reply, type RequestContext } from '../../../platform/http/types.ts';
import type { Ports } from '../../../platform/ports.ts';
import { digestOfKey } from '../key-commands.ts';
import { openApiOf } from '../openapi.ts';
import { keyActor, problem, type Received, receive, type Sent } from '../receiving.ts';
import {
  documentSchema,
  fault,
  faultsOf,
  type Metadata,
  metadataSchema,
  type receivedSchema,
  type stateSchema,
} from '../receiving-forms.ts';
import { standingOf } from '../receiving-rules.ts';
import {
  findKeyByDigest,
  findPublicFacts,
  findReceived,
  type KeyRow,
  listStandings,
  noteUse,
} from '../receiving-store.ts';

export const API = {
  documents: { vi: '/api/van-ban', en: '/api/documents' },
  description: { vi: '/api/openapi.json', en: '/en/api/openapi.json' },
} as const;

/** An office sends some hundred documents a day; a holding goes by `import-lines`. */
const SENT_PER_MINUTE = 60;
const ASKED_PER_MINUTE = 120;

/** What other systems hand in, and what they may ask about it. */
export function apiRoutes(ports: Ports): AnyRoute[] {
  const admit = async (context: RequestContext) => void (await keyOf(ports, context));
  const shared = { audience: 'program', admit } as const;
  const { documents } = API;
  return [
    publicRoute({
      ...shared,
      ...{
        name: 'imports.receive',
        method: 'POST',
        path: documents,
        perMinute: SENT_PER_MINUTE,
        upload: true,
      },
      handle: (context) => takeDocument(ports, context),
    }),
    publicRoute({
      ...shared,
      ...{ name: 'imports.state', method: 'GET', perMinute: ASKED_PER_MINUTE },
      path: { vi: `${documents.vi}/:id`, en: `${documents.en}/:id` },
      handle: (context) => tellState(ports, context),
    }),
    publicRoute({
      ...{ name: 'imports.openapi', method: 'GET', path: API.description, audience: 'public' },
      handle: async ({ site, lang }) => json(openApiOf(site.origin, lang)),
    }),
  ];
}

function json(value: unknown, status = 200, headers: Record<string, string> = {}): Reply {
  return {
    ...{
      kind: 'text',
      type: 'application/json; charset=utf-8',
      text: JSON.stringify(value),
      status,
      headers,
    },
  };
}

const CHALLENGE = 'Bearer realm="cong-lang"';

/** The key of the request, of this portal and in use. @throws Problem */
async function keyOf(ports: Ports, { headers, site }: RequestContext): Promise<KeyRow> {
  const [, token] = /^Bearer +([\w-]{20,200})$/i.exec(headers.authorization?.trim() ?? '') ?? [];
  if (!token) throw problem('keyMissing', { headers: { 'www-authenticate': CHALLENGE } });
  const key = await ports.database.transaction({ as: 'system' }, (tx) =>
    findKeyByDigest(tx, digestOfKey(token)),
  );
  if (!key || key.ended_at)
    throw problem('keyUnknown', { headers: { 'www-authenticate': `${CHALLENGE}, error="invalid_token"` } });
  if (key.portal_id !== site.portalId) throw problem('keyElsewhere');
  return key;
}

async function useKey(ports: Ports, context: RequestContext): Promise<KeyRow> {
  const key = await keyOf(ports, context);
  await ports.database.transaction({ as: 'system' }, (tx) => noteUse(tx, key.id, context.now));
  return key;
}

async function takeDocument(ports: Ports, context: RequestContext): Promise<Reply> {
  const key = await useKey(ports, context);
  const sent = readSent(context);
  const received = await receive(ports, { ...sent, key, localityId: context.site.localityId });
  const { state } = await standing(ports, context, key, received.itemId);
  const { id } = sent.metadata;
  return json(answerOf(context, id, received, state), received.isNew ? 201 : 200, {
    location: `${API.documents[context.lang]}/${encodeURIComponent(id)}`,
  });
}

function answerOf(
  { site, lang }: RequestContext,
  id: string,
  { itemId, editionId, reading, findings }: Received,
  state: z.output<typeof receivedSchema>['state'],
): z.output<typeof receivedSchema> {
  const desk = site.origin + deskPath(lang, `/tin-bai/${itemId}/sua/${editionId}`);
  return { id, state, desk, read: reading, findings };
}

/** What was sent, by its schema. @throws Problem `invalid` with every fault and its place */
function readSent({ json: value, files, form }: RequestContext): Omit<Sent, 'key' | 'localityId'> {
  const unknown = [...form.keys()].map((name) => fault([name], 'unknownPart'));
  if (unknown.length > 0) throw invalid(unknown);
  if (value === undefined) throw invalid([fault(['metadata'], 'noMetadata')]);
  if (files.length > 0) return { metadata: parse(metadataSchema, value), files };
  const { text, html, ...metadata } = parse(documentSchema, value);
  const given = [text, html].filter((one) => one !== undefined && one.trim() !== '');
  if (given.length !== 1) throw invalid([fault([text === undefined ? 'text' : 'html'], 'oneText')]);
  const isPlain = text !== undefined && text.trim() !== '';
  const content = isPlain ? text : (html ?? '');
  return { metadata: metadata as Metadata, files: [], text: { format: isPlain ? 'txt' : 'html', content } };
}

function parse<T extends z.ZodType>(schema: T, value: unknown): z.output<T> {
  const parsed = schema.safeParse(value, { reportInput: true });
  if (parsed.success) return parsed.data;
  throw invalid(faultsOf(parsed.error));
}

function invalid(errors: readonly ProblemDetail[]): Problem {
  return problem('invalid', { errors });
}

type StateAnswer = z.output<typeof stateSchema>;

/** Where a document stands, for the system that sent it. */
async function tellState(ports: Ports, context: RequestContext): Promise<Reply> {
  const key = await useKey(ports, context);
  const id = (context.params.id ?? '').normalize('NFC').trim();
  const actor = keyActor(key, context.site.localityId);
  const found = await ports.database.transaction(scopeOf(actor), (tx) =>
    findReceived(tx, key.portal_id, key.system, id),
  );
  if (!found) throw problem('notFound');
  const answer: StateAnswer = { id, ...(await standing(ports, context, key, found.item_id)) };
  return json(answer);
}

async function standing(
  ports: Ports,
  { site }: RequestContext,
  key: KeyRow,
  itemId: number,
): Promise<Omit<StateAnswer, 'id'>> {
  return ports.database.transaction(scopeOf(keyActor(key, site.localityId)), async (tx) => {
    const where = standingOf(await listStandings(tx, itemId));
    const facts = await findPublicFacts(tx, itemId);
    if (where.state === 'published' && facts) return { ...where, url: site.origin + itemPath(facts, 'vi') };
    if (where.state === 'takenDown' && facts?.notice) return { ...where, reason: facts.notice };
    return where;
  });
}
