/** What comes along with a paste and is no part of the text: menus, buttons, counters, comments, lists of contents. */
import { type BodyElement, innerText } from '../body-html/tree.ts';
import { classesOf, isHidden, styleOf } from './looks.ts';

const NOISE = new Set(
  'head meta link base script style title xml template noscript nav button input select textarea svg math iframe object embed applet canvas col colgroup del'.split(
    ' ',
  ),
);

/** Names web pages give to what stands around an article. */
const AROUND =
  /(?:^|[_-])(?:share|sharing|social|addthis|addtoany|a2a|sharethis|zalo-share|fb-like|breadcrumbs?|cookies?|advert|adsbygoogle|newsletter|navbar|nav|menu|toolbar|subscribe)(?:$|[_-]|\d)/;
/** What has more text than this is an article whose wrapper has an unlucky name. */
const MOST_NOISE_CHARS = 400;

const TINY_GIF_CHARS = 120;

/** Whether the element goes with everything in it. */
export function isNoise(node: BodyElement): boolean {
  if (NOISE.has(node.tag) || isHidden(node)) return true;
  if (node.tag === 'img') return isCounter(node);
  const { role, id = '' } = node.attributes;
  if (role === 'navigation' || role === 'toolbar' || role === 'search') return true;
  const classes = classesOf(node);
  if (
    classes.some((name) => /^mso(?:toc\d|tocheading|commentreference|commenttext|annotationtext)/.test(name))
  )
    return true;
  const element = styleOf(node).get('mso-element') ?? '';
  if (/^comment/.test(element) || /^Table of Contents/i.test(id)) return true;
  const names = [...classes, ...id.toLowerCase().split(/\s+/)];
  return names.some((name) => AROUND.test(name)) && innerText(node.children).length <= MOST_NOISE_CHARS;
}

/** A picture nobody is to see: it tells another site who reads. */
function isCounter(node: BodyElement): boolean {
  const style = styleOf(node);
  const side = (name: string) => {
    const given = node.attributes[name] ?? style.get(name) ?? '';
    return /^[\d.]+(?:px)?$/.test(given) ? Number.parseFloat(given) : Number.NaN;
  };
  if (side('width') <= 2 && side('height') <= 2) return true;
  const { src = '' } = node.attributes;
  return src === '' || (/^data:image\/gif/i.test(src) && src.length < TINY_GIF_CHARS);
}
