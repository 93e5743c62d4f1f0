import type { Diagnostic } from '../../diagnostic'
import { memberOf } from '../edits/update-in'
import { unless, type Path } from './problem'
import type { MethodScope } from './scope'

/** Models that every API has from the start, in the service. */
const BUILT_IN_MODELS: readonly string[] = ['Empty', 'Error']

/** Models and request validators that a method names exist. Source of the texts: rest-api.md 1.1. */
export function checkMethodReferences({ api, at, routeKey, method }: MethodScope): Diagnostic[] {
  const { requestValidatorId } = method
  const checkModels = (models: Readonly<Record<string, string>> | undefined, modelsAt: Path): Diagnostic[] =>
    Object.entries(models ?? {}).flatMap(([contentType, name]) =>
      unless(
        memberOf(api.models, name) !== undefined || BUILT_IN_MODELS.includes(name),
        'design/model-unknown',
        [...modelsAt, contentType],
        () => `${routeKey}: Invalid model identifier specified: ${name}`,
      ),
    )
  return [
    ...checkModels(method.requestModels, [...at, 'requestModels']),
    ...method.methodResponses.flatMap((response, index) =>
      checkModels(response.responseModels, [...at, 'methodResponses', index, 'responseModels']),
    ),
    ...unless(
      requestValidatorId === undefined || memberOf(api.requestValidators, requestValidatorId) !== undefined,
      'design/request-validator-unknown',
      [...at, 'requestValidatorId'],
      () => `${routeKey}: Invalid Request Validator identifier specified: ${requestValidatorId}`,
    ),
  ]
}
