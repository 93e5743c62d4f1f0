import type { Design } from '@shared/design/design'
import { putRequestValidator } from '@shared/design/edits/put-request-validator'
import { updateMethod } from '@shared/design/edits/update-method'
import type { RequestValidator } from '@shared/design/request-validator'
import { DesignSelectField } from '../../../stores/design-fields'
import { useDesignStore } from '../../../stores/design-store'
import { PanelSection } from '../../../ui/panel-section'
import type { RouteContext } from '../route-context'
import { validatorKind } from '../rows/limit-rows'
import { methodPointer } from '../use-route'
import { ExportsSection } from './exports-section'
import { ParameterList } from './parameter-list'
import { RequestModels } from './request-models'
import { StepHead } from './step-head'

export function ValidationInspector({ route }: { readonly route: RouteContext }) {
  return (
    <>
      <StepHead step="validation" title="Validation">
        Checks parameters, then the body, before the integration is called. What does not pass is answered 400.
      </StepHead>
      <PanelSection title="Request validator">
        <ValidatorChoice route={route} />
      </PanelSection>
      <RequestModels route={route} />
      <ParameterList route={route} />
      <ExportsSection route={route} step="validation" />
    </>
  )
}

/** Validators that are made when they are chosen and not there yet. */
const MADE: Readonly<Record<string, RequestValidator>> = {
  body: { validateRequestBody: true, validateRequestParameters: false },
  parameters: { validateRequestBody: false, validateRequestParameters: true },
  'body-and-parameters': { validateRequestBody: true, validateRequestParameters: true },
}

function ValidatorChoice({ route }: { readonly route: RouteContext }) {
  const { requestValidators } = route.api
  const chosen = route.method.requestValidatorId
  const known = Object.entries(requestValidators)
  const kinds = new Set(known.map(([, validator]) => validatorKind(validator)))
  const made = Object.entries(MADE).filter(
    ([id, validator]) => !kinds.has(validatorKind(validator)) && !(id in requestValidators),
  )
  const missing =
    chosen !== undefined && !(chosen in requestValidators)
      ? [{ value: chosen, label: `${chosen}, does not exist` }]
      : []
  return (
    <DesignSelectField
      label="Validator"
      pointer={methodPointer(route, 'requestValidatorId')}
      value={chosen ?? ''}
      options={[
        { value: '', label: 'None' },
        ...missing,
        ...known.map(([id, validator]) => ({ value: id, label: `${id}: ${validatorKind(validator)}` })),
        ...made.map(([id, validator]) => ({ value: id, label: `New: ${validatorKind(validator)}` })),
      ]}
      onChange={(id) => chooseValidator(route, id)}
    />
  )
}

function chooseValidator({ api, path, verb, routeKey }: RouteContext, id: string): void {
  const isNew = id !== '' && !Object.hasOwn(api.requestValidators, id)
  const validator = MADE[id]
  const change = (design: Design): Design => {
    const prepared = isNew && validator ? putRequestValidator(design, api.id, id, validator) : design
    return updateMethod(prepared, api.id, path, verb, { requestValidatorId: id || undefined })
  }
  useDesignStore.getState().edit(`Request validator of ${routeKey}`, change)
}
