import type { ConformanceSuite } from '../conformance-suite'
import { JSON_SCHEMA_DRAFT4_SUITE } from './json-schema-draft4'
import { JWT_SUITE } from './jwt'
import { REST_SUITE } from './rest'
import { SIGV4_SUITE } from './sigv4'
import { VTL_SUITE } from './vtl'

/** Every suite the engine can be held to. A new engine part adds its own. */
export const ALL_SUITES: readonly ConformanceSuite[] = [
  JSON_SCHEMA_DRAFT4_SUITE,
  JWT_SUITE,
  REST_SUITE,
  SIGV4_SUITE,
  VTL_SUITE,
]
