import { scopeOf } from '../../../platform/command/index.ts';
import type { Ports } from '../../../platform/ports.ts';
import { type Person, portalsPermitted } from '../../../rules/access/index.ts';
import type { Lang } from '../../../rules/lang.ts';
import { listPortals, listSections, portalName, type SectionRow, sectionName } from '../../portals/index.ts';
import { permits } from '../permits.ts';
import type { SectionOption } from './import-page.tsx';

/** The sections in which the person holds the permit, those of this host's portal first. */
export async function listSectionOptions(
  ports: Ports,
  asked: {
    person: Person;
    lang: Lang;
    permit: keyof typeof permits;
    firstPortalId: number;
    takes?: (section: SectionRow) => boolean;
  },
): Promise<SectionOption[]> {
  const { person, lang, permit, firstPortalId, takes = () => true } = asked;
  const permitted = portalsPermitted(person, permits, permit);
  return ports.database.transaction(scopeOf(person), async (tx) => {
    const portals = (await listPortals(tx, person.localityId)).filter(({ id }) => permitted.includes(id));
    portals.sort((a, b) => Number(b.id === firstPortalId) - Number(a.id === firstPortalId));
    const options: SectionOption[] = [];
    for (const portal of portals) {
      for (const section of (await listSections(tx, portal.id)).filter(takes)) {
        const name = sectionName(section, lang);
        options.push({
          portalId: portal.id,
          sectionId: section.id,
          text: portals.length > 1 ? `${portalName(portal, lang)}: ${name}` : name,
        });
      }
    }
    return options;
  });
}
