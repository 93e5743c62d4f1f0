import { jsonSchemaOf, type JsonSchema } from './json-schema'
import { projectShape } from './shapes/project.shape'
import { scenarioShape } from './shapes/scenario.shape'

/** The JSON Schema of a `*.gatewright.yaml` file, as published in `resources/gatewright.schema.json`. */
export const PROJECT_SCHEMA: JsonSchema = jsonSchemaOf(projectShape, 'Gatewright project', 'file')

/** The JSON Schema of a whole design as the program holds it, with the version key of a file. */
export const DESIGN_SCHEMA: JsonSchema = jsonSchemaOf(projectShape, 'Gatewright design', 'design')

/** The JSON Schema of one scenario by itself, as a person writes it. */
export const SCENARIO_SCHEMA: JsonSchema = jsonSchemaOf(scenarioShape, 'Gatewright scenario', 'file')

/** The text of `resources/gatewright.schema.json`. */
export function publishedSchema(): string {
  return `${JSON.stringify(PROJECT_SCHEMA, null, 2)}\n`
}
