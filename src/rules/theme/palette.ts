import type { Words } from '../lang.ts';

/** A colour a portal can start with. */
export interface StartColour {
  readonly id: string;
  readonly name: Words;
  readonly colour: string;
}

/** The first set of portal colours; any other that `checkThemeColour` accepts may be chosen. */
export const START_COLOURS: readonly StartColour[] = [
  { id: 'cham', name: { vi: 'Chàm', en: 'Indigo' }, colour: '#22386e' },
  { id: 'lua', name: { vi: 'Lúa', en: 'Rice' }, colour: '#2f5d2b' },
  { id: 'bien', name: { vi: 'Biển', en: 'Sea' }, colour: '#0d5a68' },
  { id: 'phu-sa', name: { vi: 'Phù sa', en: 'Silt' }, colour: '#7a4a12' },
  { id: 'vai', name: { vi: 'Vải thiều', en: 'Lychee' }, colour: '#9a2330' },
  { id: 'man', name: { vi: 'Mận', en: 'Plum' }, colour: '#7a1f50' },
];
