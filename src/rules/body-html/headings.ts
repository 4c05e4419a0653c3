import type { BodyFindings } from './findings.ts';
import type { BodyElement, BodyNode } from './tree.ts';
import { isElement } from './tree.ts';

/** Deeper outlines are flattened: no reader keeps more than three levels apart. */
const DEEPEST = 4;

/**
 * Heading levels without jumps: the first is h2, each deeper one a single step. Siblings stay siblings
 * (h2 h4 h4 becomes h2 h3 h3), so the outline a screen reader gives is the author's.
 */
export function repairHeadings(blocks: readonly BodyElement[], findings: BodyFindings): BodyElement[] {
  const open: number[] = [];
  return blocks.map((block) => repair(block, open, findings) as BodyElement);
}

function repair(node: BodyNode, open: number[], findings: BodyFindings): BodyNode {
  if (!isElement(node)) return node;
  if (!/^h[1-6]$/.test(node.tag))
    return { ...node, children: node.children.map((child) => repair(child, open, findings)) };
  const level = Number(node.tag[1]);
  while (open.length > 0 && (open.at(-1) ?? 0) >= level) open.pop();
  open.push(level);
  const tag = `h${Math.min(DEEPEST, open.length + 1)}`;
  if (tag !== node.tag && node.tag !== 'h1') findings.add('headingRepaired', `${node.tag} → ${tag}`);
  return { ...node, tag };
}
