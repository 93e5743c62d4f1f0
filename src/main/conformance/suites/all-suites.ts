import type { ConformanceSuite, ServingSuite } from '../conformance-suite'
import { CONTROL_PLANE_SUITE } from './control-plane'
import { HTTP_SUITE } from './http'
import { JSON_SCHEMA_DRAFT4_SUITE } from './json-schema-draft4'
import { JWT_SUITE } from './jwt'
import { OBSERVABILITY_SUITE } from './observability'
import { REST_SUITE } from './rest'
import { SIGV4_SUITE } from './sigv4'
import { VTL_SUITE } from './vtl'
import { WEBSOCKET_SUITE } from './websocket'

/** Every suite the engine can be held to. A new engine part adds its own. */
export const ALL_SUITES: readonly (ConformanceSuite | ServingSuite)[] = [
  CONTROL_PLANE_SUITE,
  HTTP_SUITE,
  JSON_SCHEMA_DRAFT4_SUITE,
  JWT_SUITE,
  OBSERVABILITY_SUITE,
  REST_SUITE,
  SIGV4_SUITE,
  VTL_SUITE,
  WEBSOCKET_SUITE,
]
