import type { Command, CommandContext } from '../../platform/command/index.ts';
import { checkIssuer, checkSuccession, type Issuer, lastName } from '../../rules/issuers/index.ts';
import { Refusal } from '../../rules/refusal.ts';
import { issuersKey, type KeptRegister, readIssuers } from './issuer-queries.ts';
import { endIssuer, endSuccession, insertIssuer, insertSuccession, updateIssuer } from './issuer-store.ts';
import { getMain, personIdOf } from './opening-commands.ts';
import { permits } from './permits.ts';

const NO_SUCH_ISSUER = new Refusal('no-such-issuer', {
  vi: 'Không tìm thấy cơ quan này trong danh sách. Hãy tải lại trang.',
  en: 'This body was not found in the register. Reload the page.',
});
const STILL_NAMED = new Refusal('issuer-named', {
  vi: 'Cơ quan này còn quan hệ kế thừa. Hãy bỏ các quan hệ ấy trước.',
  en: 'The body still stands in successions. Remove those first.',
});

interface OnRegister {
  mainPortalId: number;
}

export interface IssuerText {
  /** Left out of account for a body of the installation, which keeps its own name and days. */
  name: string;
  forms: readonly string[];
  firstOn: string;
  lastOn: string;
}

/** A command on the register of the locality: read, changed, and every page that names an issuer made anew. */
function registerCommand<Input extends OnRegister, Output>(
  verb: string,
  work: (
    context: CommandContext,
    input: Input,
    register: KeptRegister,
  ) => Promise<{ output: Output; subject: { kind: string; id: number | string }; payload: object }>,
): Command<Input, Output> {
  return {
    name: `portals.${verb}`,
    permit: 'portals.manage',
    permits,
    portal: (input) => input.mainPortalId,
    async run(context, input) {
      const { tx, actor, record, purge } = context;
      const main = await getMain(context, input.mainPortalId);
      const register = await readIssuers(tx, actor.localityId);
      const { output, subject, payload } = await work(context, input, register);
      purge(issuersKey(actor.localityId));
      record({ portalId: main.id, subject, payload });
      return output;
    },
  };
}

const line = (text: string) => text.normalize('NFC').replace(/\s+/gu, ' ').trim();

function issuerFrom(id: string, text: IssuerText): Issuer {
  const [firstOn, lastOn] = [text.firstOn, text.lastOn].map((day) => day.trim() || undefined);
  return { id, names: [{ name: line(text.name), from: firstOn, until: lastOn }], forms: formsOf(text) };
}

function formsOf({ forms }: IssuerText): string[] {
  return [...new Set(forms.map(line).filter((form) => form !== ''))];
}

function columnsOf(issuer: Issuer) {
  const { name, from, until } = lastName(issuer);
  return { name, forms: issuer.forms, firstOn: from ?? null, lastOn: until ?? null };
}

/** Adds a body that issues documents, or did, and has no place in the installation. */
export const addIssuer = registerCommand<OnRegister & IssuerText, { id: string }>(
  'addIssuer',
  async (context, input, register) => {
    const issuer = issuerFrom('', input);
    checkIssuer(register, issuer);
    const columns = columnsOf(issuer);
    const id = await insertIssuer(context.tx, {
      ...columns,
      ...{
        localityId: context.actor.localityId,
        bodyId: null,
        personId: personIdOf(context),
        at: context.now,
      },
    });
    return { output: { id: `i${id}` }, subject: { kind: 'issuer', id }, payload: columns };
  },
);

/** Changes name, days and forms; of a body of the installation the forms alone. */
export const changeIssuer = registerCommand<OnRegister & IssuerText & { id: string }, void>(
  'changeIssuer',
  async (context, input, register) => {
    const before = register.byId.get(input.id);
    if (!before) throw NO_SUCH_ISSUER;
    const isBody = register.rowOf(input.id)?.name == null;
    const after: Issuer = isBody ? { ...before, forms: formsOf(input) } : issuerFrom(input.id, input);
    checkIssuer(register, after);
    const id = await rowIdOf(context, register, input.id);
    const columns = isBody
      ? { name: null, forms: after.forms, firstOn: null, lastOn: null }
      : columnsOf(after);
    await updateIssuer(context.tx, id, columns);
    return {
      output: undefined,
      subject: { kind: 'issuer', id },
      payload: { before: { name: lastName(before).name, forms: before.forms }, after: columns },
    };
  },
);

/** The row of an issuer; a body gets one when something is first added to it. */
async function rowIdOf(context: CommandContext, register: KeptRegister, id: string): Promise<number> {
  const row = register.rowOf(id);
  if (row) return row.id;
  if (!register.byId.has(id)) throw NO_SUCH_ISSUER;
  return insertIssuer(context.tx, {
    ...{ localityId: context.actor.localityId, bodyId: Number(id.slice(1)), name: null, forms: [] },
    ...{ firstOn: null, lastOn: null, personId: personIdOf(context), at: context.now },
  });
}

/** Takes an issuer out of the register; documents keep what is printed on them. */
export const removeIssuer = registerCommand<OnRegister & { id: string }, void>(
  'removeIssuer',
  async (context, { id }, register) => {
    const row = register.rowOf(id);
    if (!row) throw NO_SUCH_ISSUER;
    if ([...register.entered.keys()].some(({ fromId, toId }) => fromId === id || toId === id))
      throw STILL_NAMED;
    await endIssuer(context.tx, row.id, personIdOf(context), context.now);
    return {
      output: undefined,
      subject: { kind: 'issuer', id: row.id },
      payload: { name: row.name, forms: row.forms },
    };
  },
);

export interface AddSuccession extends OnRegister {
  fromId: string;
  toId: string;
  on: string;
  basis: string;
}

/** Puts on record who came after a body, from which day and by which text. */
export const addSuccession = registerCommand<AddSuccession, void>(
  'addSuccession',
  async (context, input, register) => {
    const { fromId, toId, on } = input;
    const basis = line(input.basis);
    checkSuccession(register, { fromId, toId, on, basis });
    const fromIssuerId = await rowIdOf(context, register, fromId);
    const toIssuerId = await rowIdOf(context, register, toId);
    const columns = { fromIssuerId, toIssuerId, on, basis };
    await insertSuccession(context.tx, {
      ...columns,
      ...{ localityId: context.actor.localityId, personId: personIdOf(context), at: context.now },
    });
    return { output: undefined, subject: { kind: 'issuer', id: fromIssuerId }, payload: columns };
  },
);

export const removeSuccession = registerCommand<OnRegister & { successionId: number }, void>(
  'removeSuccession',
  async (context, { successionId }, register) => {
    const [succession] = [...register.entered].find(([, id]) => id === successionId) ?? [];
    if (!succession) throw NO_SUCH_ISSUER;
    await endSuccession(context.tx, successionId, personIdOf(context), context.now);
    const row = register.rowOf(succession.fromId);
    return {
      output: undefined,
      subject: { kind: 'issuer', id: row?.id ?? succession.fromId },
      payload: { succession: successionId, on: succession.on, basis: succession.basis },
    };
  },
);

/** All commands on the register. */
export const issuerCommands = [addIssuer, changeIssuer, removeIssuer, addSuccession, removeSuccession];
