/** The database: one SQL, two engines, three roles. See docs/decisions/0002-database.md. */
export { default as sql, empty, join, raw, type Sql } from 'sql-template-tag';
export {
  inspectLogin,
  inspectSchema,
  type LoginFacts,
  POSTGRES_VERSIONS,
  type SchemaFacts,
  serverVersion,
} from './inspect.ts';
export { FolderInUse } from './lock.ts';
export { listApplied, type Migration, migrate, type OwnerConnection, readMigrations } from './migrate.ts';
export { type OpenDatabase, openEmbedded, openServer, withOwner } from './open.ts';
export { type Database, DatabaseAway, type Queryable, type Scope, type Transaction } from './types.ts';
