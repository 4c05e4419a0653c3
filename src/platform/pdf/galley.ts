/** Clumps one below the other, divided into pages. */
import { FRAME } from './sheet.ts';
import { type Clump, heightOf, type Mark, moved, type Strip } from './strips.ts';

/** Rounding of sums of heights, in points. */
const TOLERANCE = 0.01;

export class Galley {
  /** Marks of each page, measured from the corner of the sheet. */
  readonly pages: Mark[][] = [];
  #y = 0;

  /** Height that is left on the page. */
  get room(): number {
    return this.pages.length === 0 ? 0 : FRAME.height - this.#y;
  }

  turn(): void {
    this.pages.push([]);
    this.#y = 0;
  }

  /** Lays clumps out from where the page is filled to. */
  put(clumps: readonly Clump[]): void {
    if (this.pages.length === 0) this.turn();
    for (const group of groupsOf(clumps)) {
      this.#turnFor(
        group.flatMap(({ strips }) => strips),
        group[0],
      );
      for (const clump of group) {
        this.#turnFor(clump.strips, clump);
        for (const strip of clump.strips) {
          this.#turnFor([strip], clump);
          this.#place(strip);
        }
      }
    }
  }

  #turnFor(strips: readonly Strip[], clump: Clump | undefined): void {
    if (this.#y === 0 || this.#y + heightOf(strips) <= FRAME.height + TOLERANCE) return;
    // what would fill more than a page is broken where it comes to its end
    if (strips.length > 1 && heightOf(strips) > FRAME.height) return;
    for (const mark of clump?.close ?? []) this.#draw(mark);
    this.turn();
    for (const strip of clump?.again ?? []) this.#place(strip);
  }

  #place(strip: Strip): void {
    if (this.#y > 0) this.#y += strip.before;
    for (const mark of strip.marks) this.#draw(mark);
    this.#y += strip.height;
  }

  #draw(mark: Mark): void {
    this.pages.at(-1)?.push(moved(mark, FRAME.left, FRAME.top + this.#y));
  }
}

/** Clumps that hold on to what follows, together with it. */
function* groupsOf(clumps: readonly Clump[]): Generator<Clump[]> {
  let group: Clump[] = [];
  for (const clump of clumps) {
    group.push(clump);
    if (clump.holds) continue;
    yield group;
    group = [];
  }
  if (group.length > 0) yield group;
}
