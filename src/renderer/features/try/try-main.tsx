import { useEffect } from 'react'
import { Group, Panel, Separator } from 'react-resizable-panels'
import { useTryStore } from '../../stores/try-store'
import { ActionButton } from '../../ui/action-button'
import { EmptyState } from '../../ui/empty-state'
import { AnswerPane } from './answer-pane'
import { ComposerBar } from './composer-bar'
import { LogPane } from './log-pane'
import { newRequest, whyNotNewRequest } from './request-actions'
import { RequestPane } from './request-pane'
import { RequestTabs } from './request-tabs'
import type { RouteLadder } from './route-ladder'
import { StoryPane } from './story-pane'
import { TryDialogs } from './try-dialogs'
import { TryNotice } from './try-notice'
import { useRequest, type OpenRequest } from './use-request'
import './try.css'

export interface TryMainProps {
  readonly RouteLadder: RouteLadder
}

/** A request to the running gateway, its answer, and why that is so. */
export function TryMain({ RouteLadder }: TryMainProps) {
  const open = useRequest()
  useWantedRequest()
  return (
    <div className="gw-try" data-testid="try">
      <RequestTabs />
      {open === null ? (
        <NothingOpen />
      ) : (
        <>
          <ComposerBar open={open} />
          <TryNotice open={open} />
          <Splits open={open} RouteLadder={RouteLadder} />
        </>
      )}
      <TryDialogs />
    </div>
  )
}

/** The request that was asked for; the screen begins with one that can be sent as it is. */
function useWantedRequest(): void {
  const wasOpened = useTryStore((state) => state.wasOpened)
  const wantedRoute = useTryStore((state) => state.wantedRoute)
  useEffect(() => {
    if ((wasOpened && wantedRoute === null) || whyNotNewRequest() !== null) return
    newRequest(wantedRoute ?? undefined)
    useTryStore.setState({ wantedRoute: null })
  }, [wasOpened, wantedRoute])
}

function Splits({ open, RouteLadder }: { readonly open: OpenRequest; readonly RouteLadder: RouteLadder }) {
  return (
    <Group orientation="horizontal" className="gw-group">
      <Panel id="try-messages" minSize={240} defaultSize="38">
        <Group orientation="vertical" className="gw-group">
          <Panel id="try-request" minSize={72} defaultSize="46">
            <RequestPane open={open} />
          </Panel>
          <Separator className="gw-separator" data-lies aria-label="Height of the request" />
          <Panel id="try-answer" minSize={72}>
            <AnswerPane open={open} />
          </Panel>
        </Group>
      </Panel>
      <Separator className="gw-separator" aria-label="Width of request and answer" />
      <Panel id="try-story" minSize={240}>
        <Group orientation="vertical" className="gw-group">
          <Panel id="try-pipeline" minSize={96} defaultSize="71">
            <StoryPane open={open} RouteLadder={RouteLadder} />
          </Panel>
          <Separator className="gw-separator" data-lies aria-label="Height of the pipeline" />
          <Panel id="try-log" minSize={56}>
            <LogPane open={open} />
          </Panel>
        </Group>
      </Panel>
    </Group>
  )
}

function NothingOpen() {
  const reason = whyNotNewRequest()
  if (reason !== null)
    return <EmptyState title="No API to call">Make one with New API, or choose a project that has one.</EmptyState>
  return (
    <EmptyState
      title="No request is open"
      actions={
        <ActionButton variant="filled" onClick={() => newRequest()}>
          New request
        </ActionButton>
      }
    >
      Choose one in the sidebar, or begin with a route.
    </EmptyState>
  )
}
