import type { Lang } from '../rules/lang.ts';
import { DC_NAMESPACE, type Element, isWorded, joinValues } from '../rules/metadata/index.ts';
import { uiWords } from './words.ts';

/**
 * The Dublin Core elements in the head of a page, several values in one set apart by ";" (TT 24/2011/TT-BTTTT).
 *
 * @param fileHref where the same elements are a file; left out where there is none
 */
export function MetadataTags({
  elements,
  lang,
  fileHref,
}: {
  elements: readonly Element[];
  lang: Lang;
  fileHref?: string | undefined;
}) {
  return (
    <>
      <link rel="schema.DC" href={DC_NAMESPACE} />
      {elements.map(({ name, values }) => (
        <meta
          key={name}
          name={`DC.${name}`}
          content={joinValues(values)}
          {...(isWorded(name) ? { lang } : {})}
        />
      ))}
      {fileHref && (
        <link rel="alternate" type="application/xml" title={uiWords(lang).metadata} href={fileHref} />
      )}
    </>
  );
}
