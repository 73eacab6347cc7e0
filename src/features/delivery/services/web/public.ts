export { paymentTones } from './payment-tones.ts'
export { useServiceTabs } from './service-tabs.ts'
