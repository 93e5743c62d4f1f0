import { pointStageAt } from '@shared/design/edits/point-stage-at'
import type { Deployment } from '@shared/design/deployment'
import { restRoutes } from '@shared/design/route-key'
import { editWithUndo } from '../../stores/edit-with-undo'
import { undeployedChangesOf } from '../../stores/undeployed'
import { ActionButton } from '../../ui/action-button'
import { Chip } from '../../ui/chip'
import { plural } from '../../ui/format'
import { PanelSection } from '../../ui/panel-section'
import type { StagePartProps } from './stage-part'

/** Deployments, newest first; the stage serves one of them and can go back to any. */
export function DeploymentList({ api, stageName, stage }: StagePartProps) {
  const changes = undeployedChangesOf(api, stageName).length
  const server = stage.canarySettings === undefined ? 'stage' : 'canary'
  return (
    <PanelSection title="Deployments">
      <p className="gw-editor-note">
        {stage.deploymentId === undefined
          ? 'This stage serves nothing yet: deploy to it first.'
          : changes === 0
            ? `The ${server} serves the API as it stands.`
            : `${plural(changes, 'change')} since the deployment that the ${server} serves.`}
      </p>
      <ul className="gw-deployments">
        {api.deployments.map((deployment) => (
          <DeploymentLine
            key={deployment.id}
            deployment={deployment}
            isServed={deployment.id === stage.deploymentId}
            isCanary={deployment.id === stage.canarySettings?.deploymentId}
            onServe={() => serve(api.id, stageName, deployment.id)}
          />
        ))}
      </ul>
    </PanelSection>
  )
}

interface LineProps {
  readonly deployment: Deployment
  readonly isServed: boolean
  readonly isCanary: boolean
  onServe(): void
}

function DeploymentLine({ deployment, isServed, isCanary, onServe }: LineProps) {
  const routes = restRoutes(deployment.definition).length
  return (
    <li data-testid="deployment" data-id={deployment.id}>
      <span className="gw-mono">{deployment.id}</span>
      <span className="gw-editor-note gw-numbers">
        {deployment.createdDate.slice(0, 16).replace('T', ' ')} UTC, {plural(routes, 'route')}
        {deployment.description === undefined ? '' : `, ${deployment.description}`}
      </span>
      {isCanary && <Chip>canary</Chip>}
      {isServed ? (
        <Chip tone="success">served</Chip>
      ) : (
        <ActionButton label={`Roll back to deployment ${deployment.id}`} onClick={onServe}>
          Roll back
        </ActionButton>
      )}
    </li>
  )
}

function serve(apiId: string, stageName: string, deploymentId: string): void {
  editWithUndo({
    name: `Roll ${stageName} back to ${deploymentId}`,
    change: (design) => pointStageAt(design, apiId, stageName, deploymentId),
    message: `Stage ${stageName} serves deployment ${deploymentId}`,
    code: 'rolled-back',
  })
}
