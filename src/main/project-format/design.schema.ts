import { jsonSchemaOf, type JsonSchema } from './json-schema'
import { projectShape } from './shapes/project.shape'

/** The JSON Schema of a `*.gatewright.yaml` file, as published in `resources/gatewright.schema.json`. */
export const PROJECT_SCHEMA: JsonSchema = jsonSchemaOf(projectShape, 'Gatewright project')
