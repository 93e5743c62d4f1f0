import { useState } from 'react'
import { putWebAcl } from '@shared/design/edits/put-web-acl'
import { setStageWebAcl } from '@shared/design/edits/set-stage-web-acl'
import type { WebAcl } from '@shared/design/web-acl'
import { webAclNameOf, webAclOf } from '@shared/design/web-acl-arn'
import { DesignSelectField } from '../../../stores/design-fields'
import { useDesignStore } from '../../../stores/design-store'
import { ActionButton } from '../../../ui/action-button'
import { ConfirmName } from '../../../ui/confirm-name'
import { PanelSection } from '../../../ui/panel-section'
import type { RouteContext } from '../route-context'
import { apiPointer } from '../use-route'
import { problemOfAclName } from '../web-acl-rules'
import { ExportsSection } from './exports-section'
import { StepHead } from './step-head'
import { WebAclEditor } from './web-acl-editor'

export function WafInspector({ route }: { readonly route: RouteContext }) {
  const acl = webAclOf(route.design, route.stage)
  return (
    <>
      <StepHead step="waf" title="WAF">
        A web ACL stands in front of a whole stage, before every other check. The first rule that allows or blocks a
        caller’s address decides.
      </StepHead>
      {route.stageName === '' ? (
        <p className="gw-inspector-text">A web ACL belongs to a stage. Add a stage to choose one.</p>
      ) : (
        <AclChoice route={route} acl={acl} />
      )}
      {acl && <WebAclEditor key={acl.name} design={route.design} acl={acl} />}
      <ExportsSection route={route} step="waf" />
    </>
  )
}

/** An ARN of an ACL that the project does not have is a choice of its own, so that it is not lost by looking. */
function AclChoice({ route, acl }: { readonly route: RouteContext; readonly acl: WebAcl | undefined }) {
  const [isNaming, setNaming] = useState(false)
  const { api, stage, stageName, design } = route
  const { webAclArn } = stage
  const names = (design.webAcls ?? []).map(({ name }) => name)
  const unknown = webAclArn !== undefined && acl === undefined ? webAclArn : null
  const choose = (name: string): void => {
    if (name === unknown) return
    const change = (before: typeof design) => setStageWebAcl(before, api.id, stageName, name === '' ? undefined : name)
    useDesignStore.getState().edit(`Web ACL of stage ${stageName}`, change)
  }
  return (
    <PanelSection title={`Stage ${stageName}`}>
      <DesignSelectField
        label="Web ACL"
        pointer={apiPointer(route, 'stages', stageName, 'webAclArn')}
        value={unknown ?? acl?.name ?? ''}
        options={[
          { value: '', label: 'None' },
          ...names.map((name) => ({ value: name, label: name })),
          ...(unknown === null ? [] : [{ value: unknown, label: webAclNameOf(unknown) ?? unknown }]),
        ]}
        onChange={choose}
      />
      <div>
        <ActionButton onClick={() => setNaming(true)}>Add web ACL</ActionButton>
      </div>
      <ConfirmName
        isOpen={isNaming}
        title="Add web ACL"
        label="Name"
        action="Add web ACL"
        help={`It goes in front of stage ${stageName}.`}
        validate={(name) => problemOfAclName(name, names)}
        onConfirm={(name) => {
          setNaming(false)
          const added: WebAcl = { name, defaultAction: 'ALLOW', rules: [] }
          useDesignStore
            .getState()
            .edit(`Add web ACL ${name}`, (before) => setStageWebAcl(putWebAcl(before, added), api.id, stageName, name))
        }}
        onClose={() => setNaming(false)}
      />
    </PanelSection>
  )
}
