export { useServiceTabs } from './service-tabs.ts'
