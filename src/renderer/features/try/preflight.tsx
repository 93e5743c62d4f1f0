import { useUiStore } from '../../stores/ui-store'
import { ActionButton } from '../../ui/action-button'
import { preflightOf, preflightProblems } from './preflight-problems'
import type { OpenRequest } from './use-request'

/** Whether the API in front answers the request itself: an OPTIONS with the headers of a preflight, and a CORS configuration. */
export function isPreflight({ api, request }: OpenRequest): boolean {
  return api?.protocolType === 'HTTP' && api.corsConfiguration !== undefined && preflightOf(request) !== null
}

export interface PreflightProps {
  readonly open: OpenRequest
  readonly isAnswered?: boolean
}

/** A preflight that the API answers by its CORS configuration, and what a browser makes of the answer. */
export function Preflight({ open, isAnswered = false }: PreflightProps) {
  const { api, request } = open
  const cors = api?.protocolType === 'HTTP' ? api.corsConfiguration : undefined
  const problems = cors === undefined ? [] : preflightProblems(cors, preflightOf(request))
  return (
    <div className="gw-try-no-route" data-testid="preflight" data-allowed={problems.length === 0}>
      <p className="gw-try-no-route-title">
        {isAnswered ? 'The API answered the preflight itself' : 'The API answers this preflight itself'}
      </p>
      <p>204, from its CORS configuration: no route, no authorizer, no throttle and no function take part.</p>
      {cors === undefined ? null : problems.length === 0 ? (
        <p>A browser then sends the request.</p>
      ) : (
        <>
          <p>A browser does not send the request:</p>
          <ul className="gw-try-reasons">
            {problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </>
      )}
      <ActionButton onClick={openCors}>Open CORS</ActionButton>
    </div>
  )
}

function openCors(): void {
  useUiStore.getState().show('design')
  useUiStore.getState().openTab({ kind: 'cors', key: '' })
}
