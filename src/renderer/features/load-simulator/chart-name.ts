/** The charts of the screen; `chart-` and the name is their test id. */
export const CHART_NAMES = ['requests', 'buckets', 'latency', 'cache', 'status', 'authorizer'] as const
export type ChartName = (typeof CHART_NAMES)[number]
