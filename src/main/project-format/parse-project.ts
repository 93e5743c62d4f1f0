import type { Design } from '@shared/design/design'
import type { Diagnostic, DiagnosticCode } from '@shared/diagnostic'
import { readDocument, type ReadDocument } from '../documents/read-document'
import type { JsonObject, JsonValue } from '../documents/source-tree'
import { hasErrors } from '../documents/text-diagnostic'
import { checkTypes } from './check-types'
import { completeDeployments } from './deployments'
import { fillDefaults } from './fill-defaults'
import { FORMAT_VERSION } from './format-version'
import { isObject } from './json-equal'
import { migrateProject, type Migration } from './migrations'
import { readVersion } from './read-version'
import { projectShape, type WrittenProject } from './shapes/project.shape'
import { findUnknownKeys } from './unknown-keys'

export interface ParsedProject {
  /** null when a diagnostic of severity error says why: a project opens whole or not at all. */
  readonly design: Design | null
  readonly diagnostics: Diagnostic[]
}

/** For tests of what future releases will do. */
export interface FormatOptions {
  readonly newest: number
  readonly migrations: readonly Migration[]
}

/** Read a project file: any released form of it, with defaults filled in. Unknown keys stay in the design and are warned of. */
export function parseProject(text: string, fileName: string, format?: FormatOptions): ParsedProject {
  const document = readDocument(text, fileName)
  if (hasErrors(document.diagnostics)) return { design: null, diagnostics: document.diagnostics }
  const { value } = document
  if (!isJsonProject(value)) {
    return refuse(
      document,
      'project/not-a-project',
      `${fileName} holds no map. A Gatewright project is one; import other documents instead.`,
    )
  }
  const version = readVersion(value, format?.newest)
  if ('problem' in version) return refuse(document, version.problem, version.message, version.pointer)
  const migrated = migrateProject(value, version.version, format?.newest ?? FORMAT_VERSION, format?.migrations)
  const problems = checkTypes(migrated, document.positionOf)
  const unknown = findUnknownKeys(projectShape, migrated, document.positionOf)
  const diagnostics = [...document.diagnostics, ...problems, ...unknown]
  return { design: hasErrors(diagnostics) ? null : designOf(migrated), diagnostics }
}

function isJsonProject(value: unknown): value is JsonObject {
  return isObject(value)
}

function designOf(checked: JsonObject): Design {
  // The shapes compile only if they cover the types of the design, and the value was checked against them.
  const filled: JsonValue = fillDefaults(projectShape, checked)
  const { gatewright: _, ...design } = filled as unknown as WrittenProject
  return completeDeployments(design)
}

function refuse(document: ReadDocument, code: DiagnosticCode, message: string, pointer = ''): ParsedProject {
  const range = document.positionOf(pointer)
  const diagnostic: Diagnostic = { code, severity: 'error', message, pointer, ...(range && { range }) }
  return { design: null, diagnostics: [...document.diagnostics, diagnostic] }
}
