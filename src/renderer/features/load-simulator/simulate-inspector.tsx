import { RequestFlow } from './request-flow'
import { WhyPanel } from './why-panel'
import './simulate-inspector.css'

/** Where the requests of the run went, and why one of them ended as it did. */
export function SimulateInspector() {
  return (
    <div className="gw-sim-inspector">
      <RequestFlow />
      <WhyPanel />
    </div>
  )
}
