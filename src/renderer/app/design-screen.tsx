import { useEffect } from 'react'
import { ApiSettingsEditor } from '../features/api-settings/api-settings-editor'
import { ApiKeysEditor } from '../features/api-keys/api-keys-editor'
import { AuthorizersEditor } from '../features/authorizers/authorizers-editor'
import { CallersEditor } from '../features/callers/callers-editor'
import { CallInspector } from '../features/calls/call-inspector'
import { CallsPanel } from '../features/calls/calls-panel'
import { CorsEditor } from '../features/cors/cors-editor'
import { DomainsEditor } from '../features/domains/domains-editor'
import { GatewayResponsesEditor } from '../features/gateway-responses/gateway-responses-editor'
import { ModelsEditor } from '../features/models/models-editor'
import { PolicyEditor } from '../features/policy/policy-editor'
import { DesignInspector } from '../features/routes/design-inspector'
import { DesignMain, type SharedEditors } from '../features/routes/design-main'
import { DesignSidebar } from '../features/routes/design-sidebar'
import { StagesEditor } from '../features/stages/stages-editor'
import { UsagePlansEditor } from '../features/usage-plans/usage-plans-editor'
import { useCallSelection } from '../stores/call-selection'
import { useGatewayStore } from '../stores/gateway-store'
import { useUiStore } from '../stores/ui-store'
import type { Screen } from '../ui/screen'

const EDITORS: SharedEditors = {
  api: ApiSettingsEditor,
  authorizers: AuthorizersEditor,
  'usage-plans': UsagePlansEditor,
  'api-keys': ApiKeysEditor,
  models: ModelsEditor,
  'gateway-responses': GatewayResponsesEditor,
  policy: PolicyEditor,
  callers: CallersEditor,
  cors: CorsEditor,
  domains: DomainsEditor,
  stages: StagesEditor,
}

function Main() {
  useSettingsOnMove()
  return <DesignMain editors={EDITORS} />
}

/** Going somewhere else shows the settings there, not the call that was looked at before. */
function useSettingsOnMove(): void {
  useEffect(
    () =>
      useUiStore.subscribe((now, before) => {
        if (now.activeTab !== before.activeTab || now.step !== before.step) useCallSelection.getState().select(null)
      }),
    [],
  )
}

/** The trace of the call that is selected in the panel, else the settings of what is open. */
function Inspector() {
  const requestId = useCallSelection((state) => state.requestId)
  const call = useGatewayStore((state) => state.calls.find((each) => each.requestId === requestId))
  return call === undefined ? <DesignInspector /> : <CallInspector call={call} />
}

/** Design: routes and what they share, composed here because no feature imports another. */
export const designScreen: Screen = { Sidebar: DesignSidebar, Main, Inspector, Panel: CallsPanel }
