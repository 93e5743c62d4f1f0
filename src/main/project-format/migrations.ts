import type { JsonObject } from '../documents/source-tree'

/** Turns the content of a file of version `from` into that of version `from + 1`, its version key included. */
export interface Migration {
  readonly from: number
  readonly migrate: (project: JsonObject) => JsonObject
}

/** One for each version before the current one, oldest first. There is only one version so far. */
export const MIGRATIONS: readonly Migration[] = []

/** A file's content in the newest form. Every version from `version` on must have its migration. */
export function migrateProject(
  project: JsonObject,
  version: number,
  newest: number,
  migrations: readonly Migration[] = MIGRATIONS,
): JsonObject {
  let migrated = project
  for (let from = version; from < newest; from++) {
    const migration = migrations.find((candidate) => candidate.from === from)
    if (!migration) throw new RangeError(`no migration from version ${from}`)
    migrated = migration.migrate(migrated)
  }
  return migrated
}
