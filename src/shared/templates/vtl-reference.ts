import { CONTEXT_REFERENCE } from './context-reference'
import { DIRECTIVE_REFERENCE } from './directive-reference'
import { FOREACH_REFERENCE } from './foreach-reference'
import { INPUT_REFERENCE } from './input-reference'
import { LIST_REFERENCE } from './list-reference'
import { MAP_ENTRY_REFERENCE } from './map-entry-reference'
import { MAP_REFERENCE } from './map-reference'
import { NUMBER_REFERENCE } from './number-reference'
import { OBJECT_REFERENCE } from './object-reference'
import type { ReferenceGroup } from './reference-entry'
import { STAGE_VARIABLES_REFERENCE } from './stage-variables-reference'
import { STRING_REFERENCE } from './string-reference'
import { UTIL_REFERENCE } from './util-reference'

/** All that a mapping template can name, by variable and by the type of a value, in the order in which to show it. */
export const VTL_REFERENCE: readonly ReferenceGroup[] = [
  INPUT_REFERENCE,
  CONTEXT_REFERENCE,
  STAGE_VARIABLES_REFERENCE,
  UTIL_REFERENCE,
  DIRECTIVE_REFERENCE,
  FOREACH_REFERENCE,
  STRING_REFERENCE,
  LIST_REFERENCE,
  MAP_REFERENCE,
  MAP_ENTRY_REFERENCE,
  NUMBER_REFERENCE,
  OBJECT_REFERENCE,
]
