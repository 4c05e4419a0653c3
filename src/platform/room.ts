import type { Permits, Person } from '../rules/access/index.ts';
import type { Lang, Words } from '../rules/lang.ts';
import type { Command, CommandContext, RoomEvent } from './command/index.ts';
import type { Queryable } from './db/index.ts';
import type { AnyRoute } from './http/types.ts';
import type { JobDefinition } from './jobs/index.ts';
import type { Ports } from './ports.ts';
import type { SealedTable } from './seal/tables.ts';

/** One thing that waits for a person, shown in "Việc của tôi" whichever room it comes from. */
export interface Task {
  /** Stable, for selecting and keyboard: room:kind:id */
  id: string;
  room: string;
  portalId: number;
  title: string;
  /** One line: where it stands, who waits. */
  note: string;
  /** End of the period, exclusive; undefined when nothing presses. */
  dueAt?: Date;
  /** It cannot wait, whatever its period: it stands before everything else. */
  presses?: true;
  clockId?: number;
  /** The clock as it is drawn: its words and strokes. */
  clock?: {
    state: 'running' | 'urgent' | 'overdue' | 'paused' | 'done' | 'doneLate';
    words: string;
    marks: readonly ('passed' | 'today' | 'open' | 'off' | 'due' | 'over')[];
  };
  action: { label: string; href: string };
}

/** The names of these subjects, of those that can be seen. */
export type NameSubjects = (db: Queryable, ids: readonly number[]) => Promise<ReadonlyMap<number, string>>;

/** One piece of work that waits for one person and no other. */
export interface OwnWork {
  /** What it is, within the room. */
  kind: string;
  id: number;
  title: Words;
}

/** How the work of somebody who leaves goes to somebody else (BG-060). */
export interface HandsOver {
  /** What the work of this room is called, over the list of it. */
  label: Words;
  list(db: Queryable, of: { portalId: number; personId: number }): Promise<OwnWork[]>;
  /** Gives those of the list to the successor, within the command that hands over. */
  take(
    context: CommandContext,
    given: { portalId: number; fromPersonId: number; toPersonId: number; ids: readonly number[] },
  ): Promise<void>;
}

/** The parts of the desk's rail, in their order: what waits, what is written, who asks, who works, which gates, what keeps it running. */
export const DESK_GROUPS = ['work', 'content', 'readers', 'people', 'portals', 'upkeep'] as const;

export type DeskGroup = (typeof DESK_GROUPS)[number];

/** The manifest of a room: data that the composition, the tests and the documents read. */
export interface Room {
  name: string;
  /** Routes are made from the ports once, at composition. */
  routes(ports: Ports): AnyRoute[];
  // biome-ignore lint/suspicious/noExplicitAny: commands of different inputs stand in one list
  commands: readonly Command<any, any>[];
  permits: Permits;
  jobs: readonly JobDefinition<Ports>[];
  /** Events of rooms before this one, and the job of this room that hears each. */
  hears?: Readonly<Partial<Record<RoomEvent, string>>>;
  /** Entries of the desk's rail, when the room has a part for the person. */
  desk?: {
    label: { vi: string; en: string };
    icon: string;
    /** Below the desk's base address. */
    path: string;
    permit: string;
    group: DeskGroup;
    /** Stands before the others of its group. */
    first?: true;
  }[];
  /** Tables with sealed texts: sealed anew when the keys change, and looked through by the doctor. */
  sealed?: readonly SealedTable[];
  /**
   * What the matters of clocks are called, by the kind of their subject: asked as the person who looks, so that nobody
   * reads the name of what he may not see.
   */
  clockSubjects?: Readonly<Record<string, NameSubjects>>;
  /** Work that is a person's own, which a successor can take over. */
  handsOver?: HandsOver;
  /** What waits for the person in this room. */
  tasks?(ports: Ports, person: Person, lang: Lang): Promise<Task[]>;
}
