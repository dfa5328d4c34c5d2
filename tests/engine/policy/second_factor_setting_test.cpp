#include "engine/policy/second_factor_setting.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/policy/setting_values.hpp"

namespace jalon {
namespace {

TEST(TheSecondFactorsSetting, IsForNobodyUntilItNamesRoles) {
  EXPECT_TRUE(roles_with_second_factor(nullptr).empty());
  EXPECT_TRUE(roles_with_second_factor({{"roles", Json::array()}}).empty());
  EXPECT_EQ(roles_with_second_factor({{"roles", {"doctor", "administrator"}}}),
            (RoleSet{Role::doctor, Role::administrator}));
}

TEST(TheSecondFactorsSetting, RefusesWhatIsNoListOfRoles) {
  for (Json const& wrong : {Json(3), Json::object(), Json{{"roles", "doctor"}}, Json{{"roles", {"chef"}}},
                            Json{{"roles", {1}}}, Json{{"roles", Json::array()}, {"more", 1}}}) {
    EXPECT_THROW(roles_with_second_factor(wrong), std::invalid_argument) << wrong;
    EXPECT_THROW(check_setting("second_factor", wrong), std::invalid_argument) << wrong;
  }
}

}  // namespace
}  // namespace jalon
