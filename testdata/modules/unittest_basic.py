import unittest, sys, io
class TestMath(unittest.TestCase):
    @classmethod
    def setUpClass(cls): print("setUpClass")
    def setUp(self): self.x = 5
    def tearDown(self): pass
    def test_add(self):
        self.assertEqual(self.x + 1, 6)
        self.assertTrue(self.x); self.assertFalse(0); self.assertIn(1, [1]); self.assertIsNone(None); self.assertIsInstance(1, int); self.assertAlmostEqual(0.1 + 0.2, 0.3); self.assertGreater(2, 1)
    def test_fail(self): self.assertEqual([1, 2], [1, 3])
    def test_error(self): raise KeyError("oops")
    def test_raises(self):
        with self.assertRaises(ValueError) as cm: int("x")
        self.assertIn("invalid literal", str(cm.exception))
        with self.assertRaisesRegex(TypeError, "unsupported"): 1 + "a"
    @unittest.skip("not now")
    def test_skip(self): pass
    @unittest.expectedFailure
    def test_expected(self): self.fail("known")
    def test_sub(self):
        for i in range(2):
            with self.subTest(i=i): self.assertEqual(i, 0)
class TestAsync(unittest.IsolatedAsyncioTestCase):
    async def asyncSetUp(self): self.v = 1
    async def test_co(self):
        import asyncio
        await asyncio.sleep(0)
        self.assertEqual(self.v, 1)
buf = io.StringIO()
suite = unittest.defaultTestLoader.loadTestsFromTestCase(TestMath)
res = unittest.TextTestRunner(stream=buf, verbosity=0).run(suite)
print(res.testsRun, len(res.failures), len(res.errors), len(res.skipped), len(res.expectedFailures), res.wasSuccessful())
print(sorted(str(t) for t, _ in res.failures), res.errors[0][1].splitlines()[-1], res.skipped[0][1], suite.countTestCases())
res = unittest.TextTestRunner(stream=io.StringIO()).run(unittest.defaultTestLoader.loadTestsFromTestCase(TestAsync))
print(res.wasSuccessful(), res.testsRun)
tc = unittest.TestCase()
for f, a in ((tc.assertEqual, (1, 2)), (tc.assertEqual, ("a", "b")), (tc.assertTrue, ([],)), (tc.assertIn, (1, [])), (tc.assertIs, (1, None)), (tc.assertIsNone, (5,)), (tc.assertRaises, (ValueError, int, "5")), (tc.assertDictEqual, ({"a": 1}, {"a": 2})), (tc.assertListEqual, ([1], [2])), (tc.assertNotEqual, (1, 1)), (tc.assertAlmostEqual, (1.0, 1.1)), (tc.assertGreater, (1, 2)), (tc.assertIsInstance, (1, str)), (tc.assertRegex, ("a", "b")), (tc.assertCountEqual, ([1], [2])), (tc.fail, ("msg",)), (tc.assertEqual, (1, 2, "custom"))):
    try:
        f(*a)
    except AssertionError as e:
        print(f.__name__, "|", e)
