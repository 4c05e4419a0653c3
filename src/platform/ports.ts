import type { FastifyBaseLogger } from 'fastify';
import type { Person } from '../rules/access/index.ts';
import type { Lang } from '../rules/lang.ts';
import type { Profile } from '../rules/profile/index.ts';
import type { Memo, PageCache } from './cache/index.ts';
import type { Performer, RoomEvent } from './command/index.ts';
import type { OidcProvider } from './config/index.ts';
import type { Database, Queryable, Transaction } from './db/index.ts';
import type { FileStore, Spool } from './files/index.ts';
import type { Jobs } from './jobs/index.ts';
import type { Ledger } from './ledger/index.ts';
import type { MailTransport } from './mail/index.ts';
import type { Outside } from './outside/index.ts';
import type { DeskGroup, HandsOver, Task } from './room.ts';
import type { Scanner } from './scan/index.ts';
import type { Sealer } from './seal/index.ts';

/** Everything outside that a room may use, handed in by the composition. */
export interface Ports {
  database: Database;
  files: FileStore;
  /** Files on their way in. */
  spool: Spool;
  /** Looks for malware; undefined where none is configured. */
  scanner: Scanner | undefined;
  /** Asks whether pages of other sites are there; undefined where the server may not go out. */
  outside: Outside | undefined;
  /** What was deleted for good, kept outside the database: an older copy of it brings nothing back. */
  erasures: Ledger;
  cache: PageCache;
  memo: Memo;
  jobs: Jobs;
  /** The way mail leaves; rooms order mails at the door of notifications. */
  mail: MailTransport;
  /** Opens what commands sealed, for those who may read it. */
  seal: Sealer;
  /** The one write path. */
  perform: Performer['perform'];
  /** What a command's `announce` does, for deeds that are no commands: at the door nobody holds a permit yet. */
  announce(tx: Transaction, event: RoomEvent, data: object): Promise<void>;
  now: () => Date;
  log: Pick<FastifyBaseLogger, 'info' | 'warn' | 'error'>;
  settings: {
    demo: boolean;
    /** Key for tokens that leave the server (CSRF, signed links). */
    secretKey: Buffer;
    /** The address mails come from; undefined where none is sent out. */
    mailFrom: string | undefined;
    /** Days an administrator has to set up a second factor; undefined: it never falls due (the demo). */
    secondFactorGraceDays: number | undefined;
    /** Where staff may sign in besides, by the code of the locality. */
    oidcProviders: ReadonlyMap<string, OidcProvider>;
    /** Lawful host name → the name it answers to here (in the demo `www.laocai.gov.vn` → `www.laocai.localhost:8080`). */
    originOf(host: string): string;
    /** The reverse: what a request's Host header means. */
    lawfulHost(hostHeader: string): string;
  };
  /** The regulation profiles, validated at the start, by code. */
  profiles: ReadonlyMap<string, Profile>;
  /** Entries of the desk's rail for the person: the rooms he has a part in, and nothing else. */
  deskRail(person: Person, lang: Lang): { href: string; text: string; icon: string; group: DeskGroup }[];
  /** What waits for the person, from every room, in no order. */
  tasksOf(person: Person, lang: Lang): Promise<Task[]>;
  /** How each room that has work of single persons hands it over. */
  handsOver: readonly (HandsOver & { room: string })[];
  /** What the matters of clocks of a kind are called, as far as whoever asks may see them. */
  nameClockSubjects(
    db: Queryable,
    kind: string,
    ids: readonly number[],
  ): Promise<ReadonlyMap<number, string>>;
  /** Hashed address of a stylesheet, island or picture of the house. */
  assetHref(name: string): string;
}
