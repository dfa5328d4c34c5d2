// S19. A corpus in the manner of JSONTestSuite: y_ must be read, n_ must be refused.
#include <gtest/gtest.h>

#include "engine/json/strict_json.hpp"

namespace jalon {
namespace {

using namespace std::string_literals;

struct Text {
  std::string name;
  std::string text;

  friend void PrintTo(Text const& shown, std::ostream* out) { *out << shown.name; }
};

std::vector<Text> const accepted = {
    {"y_array_empty", "[]"},
    {"y_array_nested_empty", "[[]]"},
    {"y_array_of_all_types", R"([null,1,"1",{},[],true,false,1.5])"},
    {"y_array_with_spaces", " [ 1 ,\t2\r\n, 3 ] \n"},
    {"y_object_empty", "{}"},
    {"y_object_empty_key", R"({"":0})"},
    {"y_object_keys_differing_in_case", R"({"a":1,"A":2})"},
    {"y_object_escaped_key", R"({"a\"b\\":1})"},
    {"y_lonely_null", "null"},
    {"y_lonely_true", "true"},
    {"y_lonely_string", R"("asd")"},
    {"y_lonely_number", "42"},
    {"y_number_zero", "0"},
    {"y_number_minus_zero", "-0"},
    {"y_number_minus_zero_real", "-0.0"},
    {"y_number_exponent", "1e2"},
    {"y_number_exponent_plus", "1E+2"},
    {"y_number_exponent_minus", "123.456e-7"},
    {"y_number_zero_exponent", "0e1"},
    {"y_number_largest_double", "1.7976931348623157e308"},
    {"y_number_smallest_double", "5e-324"},
    {"y_number_underflow_to_zero", "1e-400"},
    {"y_number_many_decimals", "-0.000000000000000000000000000000000000000000000000000000000000000001"},
    {"y_number_int64_max", "9223372036854775807"},
    {"y_number_int64_min", "-9223372036854775808"},
    {"y_string_empty", R"("")"},
    {"y_string_escapes", R"("\"\\\/\b\f\n\r\t")"},
    {"y_string_unicode_escape", R"("\u00e9\u20AC")"},
    {"y_string_surrogate_pair", R"("\uD83D\uDE00")"},
    {"y_string_noncharacter", R"("\uFFFF")"},
    {"y_string_escaped_backslash_u0000", R"("\\u0000")"},
    {"y_string_two_byte_utf8", "\"\xC3\xA9\""},
    {"y_string_three_byte_utf8", "\"\xE2\x82\xAC\""},
    {"y_string_four_byte_utf8", "\"\xF0\x9F\x98\x80\""},
    {"y_string_last_code_point", "\"\xF4\x8F\xBF\xBF\""},
    {"y_string_delete_character", "\"\x7F\""},
    {"y_string_line_separator", "\"\xE2\x80\xA8\""},
    {"y_structure_byte_order_mark", "\xEF\xBB\xBF{}"},
};

std::vector<Text> const refused = {
    {"n_structure_empty", ""},
    {"n_structure_only_space", " \n\t"},
    {"n_structure_only_byte_order_mark", "\xEF\xBB\xBF"},
    {"n_structure_half_byte_order_mark", "\xEF\xBB{}"},
    {"n_structure_two_byte_order_marks", "\xEF\xBB\xBF\xEF\xBB\xBF{}"},
    {"n_structure_utf16", "\xFF\xFE{\0}\0"s},
    {"n_structure_trailing_text", "{} x"},
    {"n_structure_two_documents", "{}{}"},
    {"n_structure_trailing_bracket", "[]]"},
    {"n_structure_trailing_comment", "{}//"},
    {"n_structure_comment", "/* a */{}"},
    {"n_structure_hash_comment", "{}#"},
    {"n_structure_nul_after", "{}\0"s},
    {"n_structure_nul_and_text_after", "{}\0x"s},
    {"n_structure_nul_before", "\0{}"s},
    {"n_structure_form_feed", "[\f]"},
    {"n_structure_no_break_space", "[\xC2\xA0]"},
    {"n_structure_word_joiner", "[\xE2\x81\xA0]"},
    {"n_structure_open_array", "["},
    {"n_structure_open_object", "{"},
    {"n_structure_open_object_comma", R"({"a":1,)"},
    {"n_structure_close_array", "]"},
    {"n_structure_mismatch", "[1}"},
    {"n_structure_capital_true", "True"},
    {"n_structure_truncated_true", "tru"},
    {"n_structure_truncated_null", "[nul]"},
    {"n_structure_depth_33", std::string(33, '[') + std::string(33, ']')},
    {"n_structure_depth_100000_open", std::string(100'000, '[')},
    {"n_structure_depth_50000_objects",
     [] {
       std::string text;
       for (int level = 0; level < 50'000; ++level) text += R"([{"":)";
       return text;
     }()},
    {"n_array_extra_comma", "[1,]"},
    {"n_array_double_comma", "[1,,2]"},
    {"n_array_leading_comma", "[,1]"},
    {"n_array_missing_comma", "[1 2]"},
    {"n_array_colon", "[1:2]"},
    {"n_array_nul_inside", "[1\0]"s},
    {"n_object_trailing_comma", R"({"a":1,})"},
    {"n_object_missing_colon", R"({"a" 1})"},
    {"n_object_double_colon", R"({"a"::1})"},
    {"n_object_missing_value", R"({"a":})"},
    {"n_object_missing_key", "{:1}"},
    {"n_object_unquoted_key", "{a:1}"},
    {"n_object_single_quotes", "{'a':1}"},
    {"n_object_number_key", "{1:1}"},
    {"n_object_duplicate_key", R"({"a":1,"a":2})"},
    {"n_object_duplicate_key_same_value", R"({"a":1,"a":1})"},
    {"n_object_duplicate_key_escaped", R"({"a":1,"\u0061":1})"},
    {"n_object_duplicate_key_deep", R"([[{"k":{"b":0,"a":[],"b":0}}]])"},
    {"n_object_nul_escape_in_key", R"({"a\u0000b":1})"},
    {"n_object_proto_twice", R"({"__proto__":1,"__proto__":2})"},
    {"n_number_plus", "+1"},
    {"n_number_leading_zero", "01"},
    {"n_number_minus_leading_zero", "-01"},
    {"n_number_only_minus", "-"},
    {"n_number_leading_point", ".5"},
    {"n_number_trailing_point", "1."},
    {"n_number_point_exponent", "1.e2"},
    {"n_number_empty_exponent", "1e"},
    {"n_number_empty_signed_exponent", "1e+"},
    {"n_number_hexadecimal", "0x1F"},
    {"n_number_underscore", "1_000"},
    {"n_number_comma_decimal", "1,5"},
    {"n_number_full_width_digit", "\xEF\xBC\x91"},
    {"n_number_nan", "NaN"},
    {"n_number_minus_nan", "-NaN"},
    {"n_number_infinity", "Infinity"},
    {"n_number_minus_infinity", "-Infinity"},
    {"n_number_inf", "inf"},
    {"n_number_overflow", "1e400"},
    {"n_number_minus_overflow", "-1e400"},
    {"n_number_overflow_in_array", "[0.4e00669999999999999999999999999999999999999999999999999]"},
    {"n_number_above_int64", "9223372036854775808"},
    {"n_number_uint64_max", "18446744073709551615"},
    {"n_number_above_uint64", "18446744073709551616"},
    {"n_number_below_int64", "-9223372036854775809"},
    {"n_number_four_hundred_digits", std::string(400, '9')},
    {"n_string_unterminated", R"("abc)"},
    {"n_string_only_quote", "\""},
    {"n_string_single_quotes", "'abc'"},
    {"n_string_nul_escape", R"("\u0000")"},
    {"n_string_nul_escape_inside", R"(["abc\u0000def"])"},
    {"n_string_raw_nul", "\"a\0b\""s},
    {"n_string_raw_newline", "\"a\nb\""},
    {"n_string_raw_tab", "\"a\tb\""},
    {"n_string_raw_control", "\"a\x1F\""},
    {"n_string_bad_escape", R"("\x41")"},
    {"n_string_capital_unicode_escape", R"("\U0041")"},
    {"n_string_short_unicode_escape", R"("\u12")"},
    {"n_string_bad_unicode_escape", R"("\u12G4")"},
    {"n_string_trailing_backslash", R"("\)"},
    {"n_string_lone_high_surrogate", R"("\uD800")"},
    {"n_string_lone_low_surrogate", R"("\uDC00")"},
    {"n_string_high_surrogate_then_text", R"("\uD800abc")"},
    {"n_string_two_high_surrogates", R"("\uD800\uD800")"},
    {"n_string_surrogates_reversed", R"("\uDE00\uD83D")"},
    {"n_string_high_surrogate_in_key", R"({"\uD800":1})"},
    {"n_string_lone_continuation", "\"\x80\""},
    {"n_string_truncated_two_bytes", "\"\xC3\""},
    {"n_string_truncated_three_bytes", "\"\xE2\x82\""},
    {"n_string_truncated_four_bytes", "\"\xF0\x9F\x98\""},
    {"n_string_overlong_slash", "\"\xC0\xAF\""},
    {"n_string_overlong_nul", "\"\xC0\x80\""},
    {"n_string_overlong_three_bytes", "\"\xE0\x80\xAF\""},
    {"n_string_overlong_four_bytes", "\"\xF0\x80\x80\xAF\""},
    {"n_string_encoded_surrogate", "\"\xED\xA0\x80\""},
    {"n_string_above_last_code_point", "\"\xF4\x90\x80\x80\""},
    {"n_string_five_bytes", "\"\xF8\x88\x80\x80\x80\""},
    {"n_string_latin_1", "\"\xE9t\xE9\""},
    {"n_string_byte_ff", "\"\xFF\""},
};

class AcceptedJson : public testing::TestWithParam<Text> {};
class RefusedJson : public testing::TestWithParam<Text> {};

TEST_P(AcceptedJson, IsReadAndItsDumpIsReadAsTheSame) {
  Json read = parse_json(GetParam().text);
  EXPECT_EQ(parse_json(read.dump()), read);
}

TEST_P(RefusedJson, IsRefusedWithinTheText) {
  try {
    Json read = parse_json(GetParam().text);
    FAIL() << "accepted as " << read.dump();
  } catch (MalformedJson const& refusal) {
    EXPECT_LE(refusal.offset(), GetParam().text.size());
  }
}

auto const name_of = [](auto const& info) { return info.param.name; };
INSTANTIATE_TEST_SUITE_P(Corpus, AcceptedJson, testing::ValuesIn(accepted), name_of);
INSTANTIATE_TEST_SUITE_P(Corpus, RefusedJson, testing::ValuesIn(refused), name_of);

}  // namespace
}  // namespace jalon
