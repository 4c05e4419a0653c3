import type { Extracted } from '../platform/extract/index.ts';
import { escapeText } from '../rules/body-html/index.ts';
import { type Citation, citationsIn } from '../rules/citations/index.ts';
import { type DocumentIntake, type Reading, recogniseDocument } from '../rules/intake/index.ts';
import type { Words } from '../rules/lang.ts';
import { provisionName, type Structure, structureOf } from '../rules/provisions/index.ts';

/** The fields of a document, in the order in which they are told. */
export const FIELD_NAMES = [
  'number',
  'kind',
  'title',
  'issuer',
  'place',
  'issuedOn',
  'effectiveOn',
  'signer',
  'capacity',
] as const;

/** A field with where it was read and how far it can be trusted. */
export type FieldReading = Pick<Reading<string>, 'value' | 'printed' | 'confidence' | 'line' | 'from'>;

/** A provision and what lies below it. */
export interface ProvisionNode {
  address: string;
  kind: Structure['provisions'][number]['kind'];
  number: string;
  title: string;
  /** "khoản 6 Điều 11 Quy chế". */
  name: Words;
  children: ProvisionNode[];
}

/** A place where the text names another, or a provision of its own. */
export interface CitationReading {
  printed: string;
  role: Citation['role'];
  /** Number of the document named, normalised. */
  number: string | null;
  type: string | null;
  /** Name of a law, or of what was issued with the numbered text. */
  name: string | null;
  issuedOn: string | null;
  /** `document` or `attachment` where the text speaks of itself. */
  self: 'document' | 'attachment' | null;
  /** Address of the provision named; empty for the whole. */
  provision: string;
  /** Address of the provision in which it stands; empty before the first. */
  where: string;
}

/** All that is read in a file; the keys are those of `read --json` and stay the same. */
export interface FileReading {
  file: string;
  format: Extracted['format'];
  encoding: string | null;
  /** From which old code table the text was converted, and how many places of each kind were judged. */
  conversion: Extracted['conversion'] | null;
  sizeBytes: number;
  fields: Partial<Record<(typeof FIELD_NAMES)[number], FieldReading>>;
  /** The abstract in sentence case, to be confirmed by a person. */
  titleSuggestion: string | null;
  isNormative: boolean;
  structure: {
    counts: Structure['counts'];
    provisions: ProvisionNode[];
    findings: Structure['findings'];
  };
  citations: CitationReading[];
  notes: Extracted['notes'];
  findings: DocumentIntake['findings'];
}

/** Reads the fields, the structure and the citations of an extracted file. Pure. */
export function readingOf(file: string, extracted: Extracted): FileReading {
  const { format, encoding, conversion, sizeBytes, notes, html, text, lineWrapped } = extracted;
  const intake = recogniseDocument(html === undefined ? { text, lineWrapped } : { html });
  const body = intake.html || paragraphs(text);
  const structure = structureOf(body);
  return {
    ...{
      file: file.normalize('NFC'),
      format,
      encoding: encoding ?? null,
      conversion: conversion ?? null,
      sizeBytes,
    },
    fields: fieldsOf(intake),
    titleSuggestion: intake.titleSuggestion ?? null,
    isNormative: intake.isNormative,
    structure: { counts: structure.counts, provisions: treeOf(structure), findings: structure.findings },
    citations: citationsIn(structure).map((citation) => citationOf(citation, structure)),
    notes,
    findings: intake.findings,
  };
}

function paragraphs(text: string): string {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => `<p>${escapeText(line)}</p>`)
    .join('');
}

function fieldsOf(intake: DocumentIntake): FileReading['fields'] {
  const { kind } = intake;
  const given = { ...intake, kind: kind && { ...kind, value: kind.value.name } };
  return Object.fromEntries(
    FIELD_NAMES.flatMap((name): [string, FieldReading][] => {
      const field = given[name];
      if (!field) return [];
      const { value, printed, confidence, line, from } = field;
      return [[name, { value, printed, confidence, line, from }]];
    }),
  );
}

function treeOf(structure: Structure): ProvisionNode[] {
  const nodes = structure.provisions.map(
    ({ address, kind, number, title }, index): ProvisionNode => ({
      ...{ address, kind, number, title },
      name: { vi: provisionName(structure, index, 'vi'), en: provisionName(structure, index, 'en') },
      children: [],
    }),
  );
  return nodes.filter((node, index) => {
    const parent = nodes[structure.provisions[index]?.parent ?? -1];
    parent?.children.push(node);
    return parent === undefined;
  });
}

function citationOf(
  { printed, role, of, provision, provisionIndex }: ReturnType<typeof citationsIn>[number],
  { provisions }: Structure,
): CitationReading {
  const cited = 'self' in of ? undefined : of;
  return {
    ...{ printed, role },
    number: cited?.number?.normalised ?? null,
    type: cited?.type ?? null,
    name: cited?.name ?? null,
    issuedOn: cited?.issuedOn ?? null,
    self: 'self' in of ? of.self : null,
    provision,
    where: provisions[provisionIndex]?.address ?? '',
  };
}
