/** One entry of a feed. */
export interface FeedItem {
  title: string;
  link: string;
  description: string;
  category: string;
  publishedAt: Date;
  /** Of its last change; equal to `publishedAt` where there was none. */
  updatedAt: Date;
}

export interface Feed {
  title: string;
  link: string;
  selfLink: string;
  description: string;
  language: string;
  copyright: string;
  items: readonly FeedItem[];
}

const escapeXml = (text: string) =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 §2.2 forbids exactly these
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F]/g, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');

/** RSS knows no time of change, so a corrected item bears that of RFC 4287. */
function updatedTag({ publishedAt, updatedAt }: FeedItem): string {
  return updatedAt > publishedAt ? `\n<atom:updated>${updatedAt.toISOString()}</atom:updated>` : '';
}

/** RSS 2.0, with the self link of RFC 4287 that readers expect. */
export function rssOf(feed: Feed): string {
  const items = feed.items.map(
    (item) => `<item>
<title>${escapeXml(item.title)}</title>
<link>${escapeXml(item.link)}</link>
<guid isPermaLink="true">${escapeXml(item.link)}</guid>
<description>${escapeXml(item.description)}</description>
<category>${escapeXml(item.category)}</category>
<pubDate>${item.publishedAt.toUTCString()}</pubDate>${updatedTag(item)}
</item>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom">
<channel>
<title>${escapeXml(feed.title)}</title>
<link>${escapeXml(feed.link)}</link>
<atom:link href="${escapeXml(feed.selfLink)}" rel="self" type="application/rss+xml"/>
<description>${escapeXml(feed.description)}</description>
<language>${feed.language}</language>
<copyright>${escapeXml(feed.copyright)}</copyright>
${items.join('\n')}
</channel>
</rss>
`;
}
