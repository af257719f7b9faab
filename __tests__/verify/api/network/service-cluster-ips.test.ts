import { validateService } from '../../../../lib/verify/api/network/service';
import { judged } from './judged';

const spec = (fields: object) => judged(validateService, { spec: { ports: [{ port: 80 }], ...fields } });

const BOTH = { clusterIP: '10.0.0.1', clusterIPs: ['10.0.0.1', 'fd00::1'] };

test.each([
  { clusterIP: '10.0.0.1' },
  { clusterIP: 'None' },
  { clusterIP: '', ipFamilies: [] },
  { ...BOTH, ipFamilyPolicy: 'PreferDualStack' },
  { ...BOTH, ipFamilies: ['IPv4', 'IPv6'], ipFamilyPolicy: 'RequireDualStack' },
  { ipFamilies: ['IPv6', 'IPv4'], ipFamilyPolicy: 'PreferDualStack' },
  { clusterIP: 'None', ipFamilies: ['IPv4', 'IPv6'] },
])('%j is in order', fields => expect(spec(fields)).toEqual([]));

test.each<[object, string]>([
  [{ clusterIP: 'none' }, 'Invalid spec.clusterIPs[0]'],
  [{ clusterIPs: ['10.0.0.1'] }, 'Invalid spec.clusterIPs'],
  [{ clusterIP: '10.0.0.1', clusterIPs: ['10.0.0.2'] }, 'Invalid spec.clusterIPs'],
  [{ clusterIP: 'None', clusterIPs: ['None', '10.0.0.1'] }, 'Invalid spec.clusterIPs'],
  [
    { clusterIP: '10.0.0.1', clusterIPs: ['10.0.0.1', '10.0.0.2'], ipFamilyPolicy: 'PreferDualStack' },
    'Invalid spec.clusterIPs',
  ],
  [
    {
      clusterIP: '10.0.0.1',
      clusterIPs: ['10.0.0.1', 'fd00::1', 'fd00::2'],
      ipFamilyPolicy: 'PreferDualStack',
    },
    'Invalid spec.clusterIPs',
  ],
  [{ clusterIP: '10.0.0.1', ipFamilies: ['IPv6'] }, 'Invalid spec.clusterIPs[0]'],
  [{ ipFamilies: ['IPv5'] }, 'NotSupported spec.ipFamilies[0]'],
  [{ ipFamilies: ['IPv4', 'IPv4'] }, 'Duplicate spec.ipFamilies[1]'],
  [{ ipFamilyPolicy: '' }, 'NotSupported spec.ipFamilyPolicy'],
])('%j is refused', (fields, error) => expect(spec(fields)).toEqual([error]));

test('two addresses, or two families, need a policy', () => {
  expect(spec(BOTH)).toEqual(['Invalid spec.ipFamilyPolicy']);
  expect(spec({ ipFamilies: ['IPv4', 'IPv6'], ipFamilyPolicy: 'SingleStack' })).toEqual([
    'Invalid spec.ipFamilyPolicy',
  ]);
});

test('headless with a selector, two families need a policy too', () => {
  const headless = { clusterIP: 'None', ipFamilies: ['IPv4', 'IPv6'], selector: { app: 'web' } };
  expect(spec(headless)).toEqual(['Invalid spec.ipFamilyPolicy']);
});
