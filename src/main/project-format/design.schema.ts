import { jsonSchemaOf, type JsonSchema } from './json-schema'
import { projectShape } from './shapes/project.shape'
import { scenarioShape } from './shapes/scenario.shape'

/** The JSON Schema of a `*.gatewright.yaml` file, as published in `resources/gatewright.schema.json`. */
export const projectSchema = madeOnce(() => jsonSchemaOf(projectShape, 'Gatewright project', 'file'))

/** The JSON Schema of a whole design as the program holds it, with the version key of a file. */
export const designSchema = madeOnce(() => jsonSchemaOf(projectShape, 'Gatewright design', 'design'))

/** The JSON Schema of one scenario by itself, as a person writes it. */
export const scenarioSchema = madeOnce(() => jsonSchemaOf(scenarioShape, 'Gatewright scenario', 'file'))

/** The text of `resources/gatewright.schema.json`. */
export function publishedSchema(): string {
  return `${JSON.stringify(projectSchema(), null, 2)}\n`
}

/** Large, and not needed by every program that reads designs: made when somebody asks. */
function madeOnce(make: () => JsonSchema): () => JsonSchema {
  let made: JsonSchema | null = null
  return () => (made ??= make())
}
