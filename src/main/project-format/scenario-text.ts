import type { Scenario } from '@shared/design/scenario'
import type { Diagnostic } from '@shared/diagnostic'
import { isJsonMap } from '../documents/json-kinds'
import { readDocument, type ReadDocument } from '../documents/read-document'
import type { JsonObject, JsonValue } from '../documents/source-tree'
import { hasErrors } from '../documents/text-diagnostic'
import { checkScenarioTypes } from './check-types'
import { emitDocument } from './emit-yaml'
import { fillDefaults } from './fill-defaults'
import { isObject } from './json-equal'
import { scenarioShape } from './shapes/scenario.shape'
import { findUnknownKeys } from './unknown-keys'
import { writtenForm } from './written-form'

/** What messages call the text. */
const NAME = 'The scenario'

/** One scenario as YAML, its members in the order of the project file. */
export function scenarioText(scenario: Scenario): string {
  // A scenario is plain JSON by definition; its interfaces merely lack an index signature.
  const written = writtenForm(scenarioShape, scenario as unknown as JsonObject)
  return emitDocument(isJsonMap(written) ? written : {})
}

export interface ParsedScenario {
  /** null when a diagnostic of severity error says why. */
  readonly scenario: Scenario | null
  readonly diagnostics: Diagnostic[]
  readonly positionOf: ReadDocument['positionOf']
}

/** Read one scenario from YAML or JSON: all that is wrong with its form, with line and column. What it names is not looked at. */
export function parseScenario(text: string): ParsedScenario {
  const { value, diagnostics, positionOf } = readDocument(text, NAME)
  if (hasErrors(diagnostics)) return { scenario: null, diagnostics, positionOf }
  if (!isObject(value)) return { scenario: null, diagnostics: [...diagnostics, noMap(positionOf)], positionOf }
  const found = [...checkScenarioTypes(value, positionOf), ...findUnknownKeys(scenarioShape, value, positionOf)]
  const all = [...diagnostics, ...found]
  if (hasErrors(all)) return { scenario: null, diagnostics: all, positionOf }
  // The shape compiles only if it covers the type, and the value was checked against it.
  const filled: JsonValue = fillDefaults(scenarioShape, value as JsonObject)
  return { scenario: filled as unknown as Scenario, diagnostics: all, positionOf }
}

function noMap(positionOf: ReadDocument['positionOf']): Diagnostic {
  const range = positionOf('')
  const message = `${NAME} is no map. Write its members line by line, as in "name: rush hour".`
  return { code: 'project/wrong-type', severity: 'error', message, pointer: '', ...(range && { range }) }
}
