const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** Every word that is one slip of the finger from this one: a letter too many, too few, another, or two changed about. */
export function oneLetterEdits(word: string): string[] {
  const edits = new Set<string>();
  for (let at = 0; at <= word.length; at += 1) {
    const [before, after] = [word.slice(0, at), word.slice(at)];
    const [first = '', second = ''] = after;
    if (first) edits.add(before + after.slice(1));
    if (second) edits.add(before + second + first + after.slice(2));
    for (const letter of LETTERS) {
      edits.add(before + letter + after);
      if (first) edits.add(before + letter + after.slice(1));
    }
  }
  edits.delete(word);
  edits.delete('');
  return [...edits];
}
